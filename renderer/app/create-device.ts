/** Makes the simulated board of this page: the interpreter in a Web Worker. */

import wasm from '#assets/micropython/micropython.wasm?url';
import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import type { Device } from '#interpreter/device/device.ts';
import type { Catalog } from '#interpreter/diagram/catalog.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { SimulatedDevice, type WorkerHandle } from '#interpreter/simulated/simulated-device.ts';
import { supplyInterpreter } from '#interpreter/worker/supply.ts';
import { pageTimers } from './page-timers.ts';

/** The maker of devices for a catalog. */
export function deviceFactory(catalog: Catalog): (diagram: Diagram) => Device {
  return (diagram) => new SimulatedDevice({ diagram, catalog, spawn, after: pageTimers.after });
}

/** Compiled once, for all workers of the page. */
let interpreter: Promise<WebAssembly.Module> | undefined;

function spawn(): WorkerHandle {
  const worker = new Worker(new URL('../../interpreter/worker/browser-entry.ts', import.meta.url), {
    type: 'module',
  });
  interpreter ??= WebAssembly.compileStreaming(fetch(wasm));
  supplyInterpreter({ post: (message) => worker.postMessage(message) }, interpreter);
  return {
    channel: {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => listen(worker, 'message', ({ data }) => listener(data)),
    },
    terminate: () => worker.terminate(),
    onError: (listener) =>
      listen(worker, 'error', ({ message }) =>
        listener(new Error(message || 'The worker could not be started.')),
      ),
  };
}

function listen<Name extends keyof WorkerEventMap>(
  worker: Worker,
  name: Name,
  listener: (event: WorkerEventMap[Name]) => void,
): Disposable {
  worker.addEventListener(name, listener);
  return toDisposable(() => worker.removeEventListener(name, listener));
}
