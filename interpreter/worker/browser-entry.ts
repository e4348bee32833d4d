/** Entry of the interpreter's worker in a browser. */

import { toDisposable } from '#common/lifecycle/disposable.ts';
import { serveRun } from './serve-run.ts';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

serveRun({
  post: (message) => scope.postMessage(message),
  onMessage: (listener) => {
    const onMessage = ({ data }: MessageEvent): void => listener(data);
    scope.addEventListener('message', onMessage);
    return toDisposable(() => scope.removeEventListener('message', onMessage));
  },
});
