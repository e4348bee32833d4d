/** Every operation against the simulator's own board: another interpreter's file system, another REPL, and the link as it is. */

import { afterEach, describe, expect, it } from 'vitest';
import { createNodeBoard } from '#cli/node-device.ts';
import { systemTimers } from '#electron/main/services/system-timers.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { createRandom } from '#common/random/random.ts';
import type { Transport } from '#common/transport/transport.ts';
import { STORAGE, type Storage } from '../../device/storage.ts';
import { MemoryStorage } from '../../simulated/board-storage.ts';
import { boardOnly } from '../../simulated/testing/play.ts';
import type { VirtualBoard } from '../../simulated/virtual-board.ts';
import { RealDevice } from '../real-device.ts';
import { PORT, QUIET_LINES } from '../testing/bench.ts';
import { sha256Hex } from './proof.ts';
import { noise, pythonText, utf8 } from './testing/samples.ts';
import { failure, isSame } from './testing/storage-rig.ts';

const created: Disposable[] = [];
afterEach(() => created.splice(0).forEach((item) => item.dispose()));

interface Opened {
  readonly virtual: VirtualBoard;
  readonly storage: Storage;
  /** Bytes that went to the board so far. */
  readonly sent: () => number;
  /** The cable is pulled when so many bytes more have gone. */
  readonly unplugAfter: (bytes: number) => void;
}

async function open(options: Parameters<typeof createNodeBoard>[0]): Promise<Opened> {
  const virtual = createNodeBoard(options);
  let sent = 0;
  let limit = Infinity;
  const create = (): Transport => {
    const transport = virtual.createTransport();
    const write = transport.write.bind(transport);
    transport.write = (bytes) => {
      sent += bytes.length;
      if (sent > limit) virtual.unplug();
      return write(bytes);
    };
    return transport;
  };
  let count = 0;
  const device = new RealDevice({
    port: PORT,
    ports: {
      list: () => Promise.resolve(virtual.isPluggedIn ? [PORT] : []),
      create,
      policy: () => ({
        ...QUIET_LINES,
        openWith: { dtr: true, rts: false },
        open: [{ dtr: true, rts: false }],
      }),
    },
    timers: systemTimers,
    nonce: () => `test${count++}`,
  });
  created.push(virtual, device);
  await device.open();
  const storage = device.capability(STORAGE);
  if (!storage) throw new Error('A board on a cable has files.');
  return { virtual, storage, sent: () => sent, unplugAfter: (bytes) => (limit = sent + bytes) };
}

describe.each(['pico', 'esp32_devkit'])('files of the virtual %s', (board) => {
  it('every operation', { timeout: 60_000 }, async () => {
    const { storage } = await open({ diagram: boardOnly(board) });
    const files = [
      { path: '/main.py', bytes: utf8('print("grün")\n') },
      { path: '/lib/pump.py', bytes: pythonText(9000) },
      { path: '/data/a b/noise.bin', bytes: noise(20_000) },
      { path: '/data/empty', bytes: utf8('') },
    ];
    const paths = files.map(({ path }) => path);
    expect((await storage.save(files)).written).toEqual(paths);
    expect(await storage.save(files)).toMatchObject({ written: [], unchanged: paths, roundTrips: 1 });
    for (const { path, bytes } of files) expect(isSame(await storage.read(path), bytes)).toBe(true);
    expect(await storage.digests(paths)).toEqual(
      files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256Hex(bytes) })),
    );
    const listing = await storage.list();
    expect(listing.entries).toEqual([
      { path: '/data', kind: 'folder', size: 0 },
      { path: '/data/a b', kind: 'folder', size: 0 },
      { path: '/data/a b/noise.bin', kind: 'file', size: 20_000 },
      { path: '/data/empty', kind: 'file', size: 0 },
      { path: '/lib', kind: 'folder', size: 0 },
      { path: '/lib/pump.py', kind: 'file', size: 9000 },
      { path: '/main.py', kind: 'file', size: files[0]?.bytes.length },
    ]);
    expect(listing.bytesFree).toBeGreaterThan(0);
    expect(listing.bytesTotal).toBeGreaterThanOrEqual(listing.bytesFree);
    await storage.rename('/lib/pump.py', '/lib/well.py');
    expect((await failure(storage.rename('/main.py', '/lib/well.py'))).code).toBe('exists');
    expect((await failure(storage.read('/lib/pump.py'))).code).toBe('file-not-found');
    await storage.makeFolder('/logs/2026');
    expect((await failure(storage.makeFolder('/logs'))).code).toBe('exists');
    await storage.remove(['/data', '/logs', '/main.py']);
    expect((await storage.list()).entries.map(({ path }) => path)).toEqual(['/lib', '/lib/well.py']);
  });
});

describe('the virtual board is unplugged, power and all, during a save', () => {
  const OLD = 'print("old")\n';
  const NEW = pythonText(14_000);

  it('and has the old or the new file', { timeout: 120_000 }, async () => {
    const whole = await open({ diagram: boardOnly('pico') });
    const before = whole.sent();
    await whole.storage.save([{ path: '/main.py', bytes: NEW }]);
    const length = whole.sent() - before;
    const random = createRandom(3, 'unplug');
    const seen = new Set<string>();
    for (const at of [0, length - 1, ...Array.from({ length: 10 }, () => random.integer(1, length - 2))]) {
      const flash = new MemoryStorage({ '/main.py': OLD });
      const { virtual, storage, unplugAfter } = await open({ diagram: boardOnly('pico'), storage: flash });
      unplugAfter(at);
      expect((await failure(storage.save([{ path: '/main.py', bytes: NEW }]))).code).toBe('link-lost');
      const text = flash.text('/main.py');
      seen.add(text === OLD ? 'old' : 'new');
      if (text !== OLD) expect(isSame(utf8(text ?? ''), NEW)).toBe(true);
      virtual.dispose();
    }
    expect(seen).toContain('old');
  });
});
