/** What the board commands need of this process: which ports there are, and a device at one of them. Tests give another. */

import type { PortSummary } from '#common/host/host.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Device } from '#interpreter/device/device.ts';
import type { FirmwareInstaller } from '#interpreter/device/firmware.ts';

export interface BoardAccess {
  readonly timers: Timers;
  /** Those that are there now. */
  list(): Promise<readonly PortSummary[]>;
  /** A closed device with the capabilities LINK, STORAGE and TERMINAL. The caller disposes it. */
  connect(port: PortSummary): Device;
  /** Resolves when every port that was let go of is closed, so that the next program finds it free. */
  readonly closed: () => Promise<void>;
  firmware(): FirmwareInstaller;
}

/** Made where a command begins to work, so that help texts load no native module. */
export type OpenAccess = () => BoardAccess;
