/** What the state classes are given by the composition root. Nothing here is made by the state classes themselves. */

import type { Host, PortSummary } from '#common/host/host.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Device } from '#interpreter/device/device.ts';
import type { FirmwareInstaller } from '#interpreter/device/firmware.ts';
import type { Catalog } from '#interpreter/diagram/catalog.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';

/** Calls back once before the next frame is drawn; the answer cancels that. */
export type RequestFrame = (callback: () => void) => () => void;

export interface Services {
  readonly host: Host;
  readonly catalog: Catalog;
  /** A closed device for this wiring. The caller disposes it. */
  readonly createDevice: (diagram: Diagram) => Device;
  /**
   * A closed device for the board at a port: one of `host.listPorts()`, or one that `choosePort` answered. The caller disposes it.
   * Undefined where the page has no way to any port.
   */
  readonly connectBoard?: (port: PortSummary) => Device;
  /**
   * Lets the person choose a port in the browser's own dialog; undefined where they chose none. Call it in the handler of a click.
   * Present only where the browser gives ports and nothing behind the page does.
   */
  readonly choosePort?: () => Promise<PortSummary | undefined>;
  /** Installs MicroPython on boards. Undefined where nothing behind the page reaches drives and ports. */
  readonly firmware?: FirmwareInstaller;
  readonly requestFrame: RequestFrame;
  readonly timers: Timers;
  /** A new id: letters, digits and `-`. */
  readonly createId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
