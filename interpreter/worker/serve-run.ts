/** The worker's side of the wall: answers the host's calls over whatever port the entry gives it. */

import { createRpc, type RpcChannel } from '#common/rpc/rpc.ts';
import { instrument } from './instrument.ts';
import type { HostApi, WorkerApi } from './protocol.ts';
import { runProgram } from './run.ts';

/** @param wasm address or path of micropython.wasm. */
export function serveRun(channel: RpcChannel, wasm: string): void {
  const local: WorkerApi = {
    prepare: () => {
      // The first parse of a process is many times slower than the next.
      instrument('for i in range(3):\n    print(i)\n');
    },
    run: (request) =>
      runProgram(request, {
        wasm,
        wall: () => performance.now(),
        host: {
          onBatch: (batch) => rpc.notify('onBatch', batch),
          onPaused: (paused) => rpc.notify('onPaused', paused),
        },
      }),
  };
  const rpc = createRpc<HostApi, WorkerApi>(channel, local);
}
