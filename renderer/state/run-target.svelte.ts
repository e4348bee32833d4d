/**
 * What programs run on: the simulated board of a wiring, made here, or a board on a cable, which belongs to somebody else.
 * Views may know its status and what it can do. Knows no runs and no views.
 */

import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import { DEBUGGER, PROBE, STIMULUS, VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { DeviceError } from '#interpreter/device/device-error.ts';
import type { Device, DeviceStatus, OutputChunk, Traceback } from '#interpreter/device/device.ts';
import type { TraceBatch } from '#interpreter/device/trace.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import type { Services } from './services.ts';

/** A board on a cable, as a run needs it. */
export interface RealTarget {
  readonly device: Device;
  /** Answers whether it can be used now. Where not, the board itself tells why. */
  connect(): Promise<boolean>;
}

/** What a device can do that a view offers or takes away. */
export interface Abilities {
  /** The speed of time can be chosen. */
  readonly time: boolean;
  readonly breakpoints: boolean;
  /** The controls of the bench act on it. */
  readonly bench: boolean;
}

const ALL_ABILITIES: Abilities = { time: true, breakpoints: true, bench: true };

export interface TargetListeners {
  /** Told before `status` of the target changes. */
  onStatus(device: Device, status: DeviceStatus): void;
  onOutput(chunk: OutputChunk): void;
  onTraceback(traceback: Traceback): void;
  onFault(error: DeviceError): void;
  onTrace(batch: TraceBatch): void;
}

export class RunTarget implements Disposable {
  readonly #create: Services['createDevice'];
  readonly #listeners: TargetListeners;
  #simulated: { readonly device: Device; readonly diagram: Diagram } | undefined;
  #real: RealTarget | undefined;
  #listening: Disposable | undefined;

  status = $state<DeviceStatus>('closed');
  abilities = $state.raw(ALL_ABILITIES);

  constructor(create: Services['createDevice'], listeners: TargetListeners) {
    this.#create = create;
    this.#listeners = listeners;
  }

  /** Undefined before the first wiring was given. */
  get device(): Device | undefined {
    return this.#real?.device ?? this.#simulated?.device;
  }

  get isReal(): boolean {
    return this.#real !== undefined;
  }

  /** Undefined: the simulated board again. */
  useReal(target: RealTarget | undefined): void {
    this.#real = target;
    this.#listen();
  }

  /** The simulated board is the one of this wiring from now on. Answers whether it is a new one. */
  useDiagram(diagram: Diagram): boolean {
    if (this.#simulated?.diagram === diagram) return false;
    this.#simulated?.device.dispose();
    this.#simulated = { diagram, device: this.#create(diagram) };
    if (!this.isReal) this.#listen();
    return true;
  }

  /** Makes the device ready. False where that did not work and is told elsewhere; rejects where it is to be told here. */
  async open(): Promise<boolean> {
    if (this.#real) return this.#real.connect();
    try {
      await this.#simulated?.device.open();
    } finally {
      this.status = this.device?.status ?? 'closed';
    }
    return this.#simulated !== undefined;
  }

  /** A board on a cable stays connected; a program that still runs on it is stopped. */
  dispose(): void {
    this.#listening?.dispose();
    const device = this.#real?.device;
    if (device && ['running', 'paused'].includes(device.status)) device.stop().catch(() => undefined);
    this.#real = undefined;
    this.#simulated?.device.dispose();
    this.#simulated = undefined;
    this.status = 'closed';
  }

  /** To the device that programs run on now, and to no other. */
  #listen(): void {
    this.#listening?.dispose();
    this.#listening = undefined;
    const { device } = this;
    this.status = device?.status ?? 'closed';
    this.abilities = device ? abilitiesOf(device) : ALL_ABILITIES;
    if (!device) return;
    const { onOutput, onTraceback, onFault, onTrace } = this.#listeners;
    const store = new DisposableStore();
    store.add(
      device.onStatus((status) => {
        this.#listeners.onStatus(device, status);
        this.status = status;
      }),
    );
    store.add(device.onOutput(onOutput));
    store.add(device.onTraceback(onTraceback));
    store.add(device.onFault(onFault));
    const probe = device.capability(PROBE);
    if (probe) store.add(probe.onTrace(onTrace));
    this.#listening = store;
  }
}

function abilitiesOf(device: Device): Abilities {
  return {
    time: device.capability(VIRTUAL_TIME) !== undefined,
    breakpoints: device.capability(DEBUGGER) !== undefined,
    bench: device.capability(STIMULUS) !== undefined,
  };
}
