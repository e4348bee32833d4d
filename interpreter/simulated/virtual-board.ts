/**
 * A simulated board that behaves as one on a cable: a worker with a REPL behind a port that can be opened, reset, unplugged and plugged in
 * again, while its bench stays alive. It knows the worker by its protocol only; where workers come from is the composition root's business.
 */

import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { createRpc, type Rpc } from '#common/rpc/rpc.ts';
import type { Transport } from '#common/transport/transport.ts';
import { type Capability, PROBE, type Speed, STIMULUS, VIRTUAL_TIME } from '../device/capability.ts';
import type { TraceBatch } from '../device/trace.ts';
import type { Catalog } from '../diagram/catalog.ts';
import { controlsOf } from '../diagram/controls.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { fromBytes } from '../repl/bytes.ts';
import { SignalLines, type Wiring } from '../repl/signal-lines.ts';
import type { Batch, HostApi, WorkerApi } from '../worker/protocol.ts';
import { createSharedControlBuffer, HostControl } from '../worker/shared-control.ts';
import { type BoardStorage, MemoryStorage } from './board-storage.ts';
import type { WorkerHandle } from './simulated-device.ts';
import { SimulatedStimulus } from './simulated-stimulus.ts';
import { SimulatedTime } from './simulated-time.ts';
import { VirtualPort, VirtualTransport } from './virtual-port.ts';

export interface VirtualBoardOptions {
  /** Validated. */
  readonly diagram: Diagram;
  readonly catalog: Catalog;
  readonly spawn: () => WorkerHandle;
  /** Default: memory. */
  readonly storage?: BoardStorage;
  /** Default: as boards of this kind are: `auto-reset` for esp32, else `cdc`. */
  readonly wiring?: Wiring;
  /** Default: 1. */
  readonly speed?: Speed;
  /** `machine.unique_id()`, hexadecimal. */
  readonly uniqueId?: string;
  readonly seed?: number;
}

interface Powered {
  readonly worker: WorkerHandle;
  readonly rpc: Rpc<WorkerApi>;
  readonly control: HostControl;
  readonly watching: Disposable;
}

const UNIQUE_ID = '50494e4c41423031';

export class VirtualBoard implements Disposable {
  readonly #options: VirtualBoardOptions;
  readonly #storage: BoardStorage;
  readonly #port: VirtualPort;
  readonly #lines: SignalLines;
  readonly #stimulus: SimulatedStimulus;
  readonly #time: SimulatedTime;
  readonly #trace = new Emitter<TraceBatch>();
  readonly #fault = new Emitter<Error>();
  readonly #capabilities: ReadonlyMap<string, unknown>;
  readonly #transports = new DisposableStore();
  #power: Powered | undefined;

  /** The worker died, or a file could not be kept. The board is without power then. */
  readonly onFault = this.#fault.event;

  /** Plugged in at once. */
  constructor(options: VirtualBoardOptions) {
    this.#options = options;
    const { diagram, catalog, storage, speed } = options;
    this.#storage = storage ?? new MemoryStorage();
    const board = catalog.boards.find(({ id }) => id === diagram.board);
    this.#lines = new SignalLines({
      wiring: options.wiring ?? (board?.port === 'esp32' ? 'auto-reset' : 'cdc'),
      onHold: () => this.#power?.control.send({ kind: 'reset', held: true }),
      onRelease: (into) => {
        if (into === 'firmware') this.#power?.control.send({ kind: 'reset', held: false });
      },
    });
    this.#port = new VirtualPort({
      onOpen: () => this.#lines.opened(),
      onBytes: (bytes) => this.#power?.control.send({ kind: 'serial', text: fromBytes(bytes) }),
      onSignals: (signals) => this.#lines.set(signals),
    });
    this.#stimulus = new SimulatedStimulus(controlsOf(diagram, catalog));
    this.#time = new SimulatedTime(speed ?? 1);
    this.#capabilities = new Map<string, unknown>([
      [PROBE.name, { onTrace: this.#trace.event }],
      [STIMULUS.name, this.#stimulus],
      [VIRTUAL_TIME.name, this.#time],
    ]);
    this.plugIn();
  }

  capability<T>(capability: Capability<T>): T | undefined {
    return this.#capabilities.get(capability.name) as T | undefined;
  }

  /** A closed way to the board's port, which one may have open at a time. */
  createTransport(): Transport {
    return this.#transports.add(new VirtualTransport(this.#port));
  }

  get isPluggedIn(): boolean {
    return this.#power !== undefined;
  }

  /** Power on: the board starts with the files that were kept. Harmless while it has power. */
  plugIn(): void {
    if (this.#power) return;
    const { spawn, diagram, seed = 1, uniqueId = UNIQUE_ID } = this.#options;
    const worker = spawn();
    const buffer = createSharedControlBuffer();
    const control = new HostControl(buffer);
    const rpc = createRpc<WorkerApi, HostApi>(worker.channel, {
      onBatch: (batch) => this.#take(power, batch),
      onPaused: () => undefined,
      onResumed: () => undefined,
    });
    const watching = worker.onError((error) => this.#fail(power, error));
    const power: Powered = { worker, rpc, control, watching };
    this.#power = power;
    this.#time.begin(control);
    this.#stimulus.begin(control);
    this.#port.setPresent(true);
    rpc.remote
      .serveBoard({
        control: buffer,
        diagram,
        controls: this.#stimulus.values,
        seed,
        speed: this.#time.speed,
        files: this.#storage.load(),
        uniqueId,
      })
      .catch((error: unknown) =>
        this.#fail(power, error instanceof Error ? error : new Error(String(error))),
      );
  }

  /** Power off and the cable out, at any moment: what the board had not handed over is lost. Harmless without power. */
  unplug(): void {
    const power = this.#power;
    if (!power) return;
    this.#power = undefined;
    this.#time.end(power.control.now);
    this.#stimulus.end();
    power.watching.dispose();
    power.rpc.dispose();
    power.worker.terminate();
    this.#port.setPresent(false);
  }

  /** The RESET button: the board starts again, its bench goes on. */
  hardReset(): void {
    this.#power?.control.send({ kind: 'reset', held: false });
  }

  dispose(): void {
    this.unplug();
    this.#transports.dispose();
    this.#trace.dispose();
    this.#fault.dispose();
  }

  #take(power: Powered, { number, trace, files, serial }: Batch): void {
    if (this.#power !== power) return;
    try {
      if (files) this.#storage.apply(files);
    } catch (error) {
      this.#fail(power, error instanceof Error ? error : new Error(String(error)));
      return;
    }
    power.control.acknowledge(number);
    if (serial && this.#lines.passesOutput) this.#port.say(serial);
    this.#trace.fire(trace);
  }

  #fail(power: Powered, error: Error): void {
    if (this.#power !== power) return;
    this.unplug();
    this.#fault.fire(error);
  }
}
