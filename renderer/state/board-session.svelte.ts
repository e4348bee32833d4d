/**
 * One board on a cable that somebody chose: what its link does, what answered, and what went wrong. It outlives projects and
 * the port itself. Knows the Device interface and its capabilities, no view and no transport.
 */

import type { PortSummary } from '#common/host/host.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { DisposableStore } from '#common/lifecycle/disposable.ts';
import type { Device, DeviceStatus } from '#interpreter/device/device.ts';
import { type BoardInfo, LINK, type Link, type LinkState } from '#interpreter/device/link.ts';
import { STORAGE, type Storage } from '#interpreter/device/storage.ts';
import { TERMINAL, type Terminal } from '#interpreter/device/terminal.ts';
import { describeFault, type Fault } from './fault.ts';

export class BoardSession implements Disposable {
  /** As it was chosen; after a reset the same board may be at another path. */
  readonly port: PortSummary;
  readonly device: Device;
  readonly #link: Link | undefined;
  readonly #listeners = new DisposableStore();
  #connecting: Promise<boolean> | undefined;

  link = $state.raw<LinkState>({ kind: 'closed' });
  status = $state<DeviceStatus>('closed');
  /** What the board said of itself; kept while it is lost. */
  info = $state.raw<BoardInfo | undefined>(undefined);
  /** Why it is not connected. What goes wrong in a run is told by the run. */
  fault = $state.raw<Fault | undefined>(undefined);

  /** True while files can be read and written, and the prompt can be typed at. */
  readonly isReady = $derived(this.link.kind === 'ready' && this.status === 'idle');
  /** True while something is under way that `cancel` ends. */
  readonly isWaiting = $derived(['connecting', 'stopping', 'lost'].includes(this.link.kind));

  constructor(port: PortSummary, device: Device) {
    this.port = port;
    this.device = device;
    this.#link = device.capability(LINK);
    this.#listeners.add(device.onStatus((status) => (this.status = status)));
    if (this.#link) this.#listeners.add(this.#link.onState((state) => this.#enter(state)));
  }

  /** As the board calls itself, else what its port tells. */
  get name(): string {
    return this.info?.machine.replace(/ with .*$/, '') ?? this.port.name;
  }

  /** The files on the board. */
  get storage(): Storage | undefined {
    return this.device.capability(STORAGE);
  }

  /** The board's own prompt. */
  get terminal(): Terminal | undefined {
    return this.device.capability(TERMINAL);
  }

  /** Answers whether the board is connected now. Never rejects: trouble is in `fault`, but for what was cancelled. */
  connect(): Promise<boolean> {
    this.#connecting ??= this.#open().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  /** Ends what is under way: connecting, stopping, an operation on files. */
  cancel(): void {
    this.#link?.cancel();
  }

  dismissFault(): void {
    this.fault = undefined;
  }

  /** Gives the port back. A program on the board goes on. */
  dispose(): void {
    this.#listeners.dispose();
    this.device.dispose();
    this.link = { kind: 'closed' };
    this.status = 'closed';
  }

  async #open(): Promise<boolean> {
    if (this.link.kind === 'ready') return true;
    this.fault = undefined;
    try {
      await this.device.open();
      if (!this.#link) this.link = { kind: 'ready' };
      this.#look();
      return true;
    } catch (error) {
      const fault = describeFault(error);
      if (fault.code !== 'cancelled' && fault.code !== 'disposed') this.fault = fault;
      return false;
    }
  }

  #enter(state: LinkState): void {
    this.link = state;
    if (state.kind === 'ready') this.fault = undefined;
    this.#look();
  }

  #look(): void {
    this.status = this.device.status;
    this.info = this.#link?.info ?? this.info;
  }
}
