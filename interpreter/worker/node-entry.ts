/** Entry of the interpreter's worker in Node. */

import { parentPort } from 'node:worker_threads';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import { serveRun } from './serve-run.ts';

const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker.');

serveRun({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.on('message', listener);
    return toDisposable(() => port.off('message', listener));
  },
});
