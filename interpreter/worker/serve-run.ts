/** The worker's side of the wall: answers the host's calls over whatever port the entry gives it. */

import { createRpc, type RpcChannel } from '#common/rpc/rpc.ts';
import { findBoardIn } from '../diagram/lookup.ts';
import { CATALOG } from '../hardware/catalog.ts';
import { bootFirmware, type Firmware } from './firmware.ts';
import { instrument } from './instrument.ts';
import type { HostApi, WorkerApi } from './protocol.ts';
import { runProgram, type RunSurroundings } from './run.ts';
import { serveBoard } from './serve-board.ts';
import { takeInterpreter } from './supply.ts';

/** The host supplies the interpreter over the same channel (supply.ts). */
export function serveRun(channel: RpcChannel): void {
  const supplied = takeInterpreter(channel);
  // Said by whoever asks for it.
  supplied.catch(() => undefined);
  let booting: { readonly board: string; readonly firmware: Promise<Firmware> } | undefined;
  const boot = (board: string): Promise<Firmware> => {
    if (booting?.board !== board) {
      const definition = findBoardIn(CATALOG.boards, board);
      if (!definition) throw new Error(`There is no board "${board}".`);
      booting = { board, firmware: supplied.then((wasm) => bootFirmware(definition, wasm)) };
    }
    return booting.firmware;
  };
  const surroundings: RunSurroundings = {
    wall: () => performance.now(),
    host: {
      onBatch: (batch) => rpc.notify('onBatch', batch),
      onPaused: (line) => rpc.notify('onPaused', line),
      onResumed: () => rpc.notify('onResumed'),
    },
  };
  const rpc = createRpc<HostApi, WorkerApi>(
    channel,
    {
      async prepare(board) {
        await boot(board);
        // The first parse of a process takes many times longer than the next.
        instrument('for i in range(3):\n    if i:\n        print(i)\n');
      },
      async run(request) {
        const firmware = await boot(request.diagram.board);
        firmware.seed(request.seed);
        return runProgram(request, firmware, surroundings);
      },
      async serveBoard(request) {
        const definition = findBoardIn(CATALOG.boards, request.diagram.board);
        if (!definition) throw new Error(`There is no board "${request.diagram.board}".`);
        const wasm = await supplied;
        await serveBoard(request, {
          ...surroundings,
          definition,
          boot: () => bootFirmware(definition, wasm, 'prompt'),
        });
      },
    },
    {
      // A board that could not boot ahead fails the run that needs it, and that says why.
      onNotifyError: () => undefined,
    },
  );
}
