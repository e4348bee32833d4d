import { describe, expect, it } from 'vitest';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { createBoardStorage } from './board-storage.ts';
import { PythonBoard } from './testing/python-board.ts';

const board = await PythonBoard.start();
const storage = createBoardStorage({
  withExecutor: (work) => work(board),
  onCancel: new Emitter<void>().event,
});
const bytes = (t: string) => new TextEncoder().encode(t);
describe('x', () => {
  it('y', async () => {
    console.log(await storage.list());
    const r = await storage.save([{ path: '/main.py', bytes: bytes('print(1)\n') }]).catch((e) => e);
    console.log(r, board.codes.at(-1)?.length, board.text('/main.py'), board.names());
    console.log(r.cause);
    console.log(await storage.save([{ path: '/main.py', bytes: bytes('print(1)\n') }]));
    const big = bytes(Array.from({ length: 1200 }, (_, i) => `print('line ${i}', ${i * i})\n`).join(''));
    console.log(big.length, await storage.save([{ path: '/lib/big.py', bytes: big }]));
    expect(board.read('/lib/big.py')).toEqual(big);
    expect(await storage.read('/lib/big.py')).toEqual(big);
    console.log(await storage.list(), await storage.digests(['/main.py', '/nix', '/lib/big.py']));
  });
});
