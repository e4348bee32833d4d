/** The simulated board for a Node process: its interpreter runs in worker threads of this process. */

import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import { systemTimers } from '#electron/main/services/system-timers.ts';
import type { Speed } from '#interpreter/device/capability.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { SimulatedDevice, type WorkerHandle } from '#interpreter/simulated/simulated-device.ts';
import { VirtualBoard, type VirtualBoardOptions } from '#interpreter/simulated/virtual-board.ts';
import { supplyInterpreter } from '#interpreter/worker/supply.ts';
import { PLACES } from './places.ts';

export interface NodeDeviceOptions {
  /** Default: max. */
  readonly speed?: Speed;
}

/** A closed device for a validated diagram. The caller disposes it; until then its worker keeps the process alive. */
export function createNodeDevice(
  diagram: Diagram,
  { speed = 'max' }: NodeDeviceOptions = {},
): SimulatedDevice {
  return new SimulatedDevice({
    diagram,
    catalog: CATALOG,
    spawn: spawnWorker,
    after: systemTimers.after,
    speed,
  });
}

/** A virtual board for a validated diagram, plugged in. The caller disposes it; until then its worker keeps the process alive. */
export function createNodeBoard(options: Omit<VirtualBoardOptions, 'catalog' | 'spawn'>): VirtualBoard {
  return new VirtualBoard({ ...options, catalog: CATALOG, spawn: spawnWorker });
}

/** Compiled once, for all workers of the process. */
let interpreter: Promise<WebAssembly.Module> | undefined;

function spawnWorker(): WorkerHandle {
  // Nothing of the program goes past the device: what the worker itself prints is its own trouble.
  const worker = new Worker(PLACES.worker, { env: {} });
  interpreter ??= readFile(PLACES.wasm).then((wasm) => WebAssembly.compile(wasm));
  supplyInterpreter({ post: (message) => worker.postMessage(message) }, interpreter);
  return {
    channel: {
      post: (message) => worker.postMessage(message),
      onMessage(listener) {
        worker.on('message', listener);
        return toDisposable(() => worker.off('message', listener));
      },
    },
    terminate: () => void worker.terminate(),
    onError(listener) {
      worker.once('error', listener);
      return toDisposable(() => worker.off('error', listener));
    },
  };
}
