import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { createRandom } from '#common/random/random.ts';
import type { FakePeer } from '#common/transport/fake-transport.ts';
import { DeviceError } from '../../device/device-error.ts';
import { LINK } from '../../device/link.ts';
import type { ScriptedBoard } from '../../repl/scripted-board.ts';
import { PORT } from '../testing/bench.ts';
import { EagerTimers } from '../testing/eager-timers.ts';
import { type LinkFaults, openDevice, openStorage, replOf } from './testing/linked-board.ts';
import { PythonBoard } from './testing/python-board.ts';
import { noise, pythonText, utf8 } from './testing/samples.ts';

const python = await PythonBoard.start();
let board: ScriptedBoard;

beforeEach(() => {
  python.restart();
  python.format();
  board = replOf(python);
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof DeviceError ? error.code : String(error)),
  );
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

describe('a line that loses and garbles bytes', { timeout: 120_000 }, () => {
  const timers = new EagerTimers(setImmediate);
  const OLD = utf8('old');
  const NEW = noise(3000);
  const random = createRandom(7, 'bad line');

  async function storageOver(faults: LinkFaults) {
    // A board that was left in the midst of something is another test.
    board = replOf(python);
    return openStorage(board, python, { ...faults, timers, onCancel: new Emitter<void>().event });
  }

  /** Where a fault may sit: so many bytes go either way when nothing is wrong. */
  async function traffic(work: 'save' | 'read') {
    let back = 0;
    const counting: FakePeer = {
      onOpen: (send) => board.onOpen((bytes) => ((back += bytes.length), send(bytes))),
      onBytes: (bytes) => board.onBytes(bytes),
    };
    const { storage, transport } = await openStorage(counting, python, {
      timers,
      onCancel: new Emitter<void>().event,
    });
    await (work === 'save' ? storage.save([{ path: '/a.bin', bytes: NEW }]) : storage.read('/a.bin'));
    return { sending: transport.written.length, receiving: back };
  }

  it.each(['drop', 'garble'] as const)(
    '%s: a save ends, and never with anything but the old or the new',
    async (fault) => {
      const lengths = await traffic('save');
      const codes = new Set<string>();
      for (let count = 0; count < 120; count++) {
        const way = count % 2 ? 'sending' : 'receiving';
        python.format();
        python.write('/a.bin', OLD);
        const place = random.integer(0, lengths[way] - 1);
        const { storage } = await storageOver({ [way]: { [fault]: [place] } });
        const code = await codeOf(storage.save([{ path: '/a.bin', bytes: NEW }]));
        codes.add(code);
        const content = python.read('/a.bin');
        expect([place, way, isSame(content, NEW) || (code !== 'done' && isSame(content, OLD))]).toEqual([
          place,
          way,
          true,
        ]);
        expect(python.names().filter((name) => !name.startsWith('.'))).toEqual(['a.bin']);
      }
      expect(codes).toContain('done');
      expect(
        [...codes].filter((code) => !['done', 'no-answer', 'protocol', 'not-verified'].includes(code)),
      ).toEqual([]);
    },
  );

  it.each(['drop', 'garble'] as const)('%s: what is read is right or not given out', async (fault) => {
    python.write('/a.bin', NEW);
    const lengths = await traffic('read');
    let given = 0;
    for (let count = 0; count < 60; count++) {
      const way = count % 2 ? 'sending' : 'receiving';
      const { storage } = await storageOver({ [way]: { [fault]: [random.integer(0, lengths[way] - 1)] } });
      const content = await storage.read('/a.bin').catch((error: unknown) => error);
      if (content instanceof Uint8Array) {
        given++;
        expect(isSame(content, NEW)).toBe(true);
      } else expect(content).toBeInstanceOf(DeviceError);
    }
    expect(given).toBeGreaterThan(40);
  });

  it('in small pieces is as good as another', async () => {
    const { storage } = await storageOver({ sending: { splitEvery: 1 }, receiving: { splitEvery: 1 } });
    expect((await storage.save([{ path: '/a.bin', bytes: NEW }])).written).toEqual(['/a.bin']);
    expect(isSame(await storage.read('/a.bin'), NEW)).toBe(true);
  });
});

describe('files of a board on a cable', { timeout: 60_000 }, () => {
  it('are saved again after the board was unplugged in the midst and plugged in', async () => {
    const { device, storage, transports, present } = await openDevice(board, setImmediate);
    python.write('/a.bin', 'old');
    const saving = storage.save([{ path: '/a.bin', bytes: noise(20_000) }]);
    const pulling = storage.onProgress(() => {
      pulling.dispose();
      present.length = 0;
      transports.at(-1)?.cut();
    });
    expect(await codeOf(saving)).toBe('link-lost');
    expect(python.text('/a.bin')).toBe('old');
    present.push(PORT);
    await new Promise<void>((resolve) => device.onStatus((status) => status === 'idle' && resolve()));
    expect((await storage.save([{ path: '/a.bin', bytes: noise(20_000) }])).written).toEqual(['/a.bin']);
    expect(python.names()).toEqual(['a.bin']);
    device.dispose();
  });

  it('stay whole where the board starts anew in the midst', async () => {
    for (let turn = 0; turn < 12; turn++) {
      let count = -1;
      const watched = replOf(python, (code) => {
        if (code.includes("_files['") && ++count === turn) {
          python.restart();
          watched.repl.start();
          return false;
        }
        return true;
      });
      const { device, storage } = await openDevice(watched, setImmediate);
      python.format();
      python.write('/a.bin', 'old');
      const code = await codeOf(storage.save([{ path: '/a.bin', bytes: noise(16_000) }]));
      const content = python.read('/a.bin');
      expect([
        turn,
        isSame(content, noise(16_000)) || (code !== 'done' && isSame(content, utf8('old'))),
      ]).toEqual([turn, true]);
      expect(['done', 'protocol', 'no-answer', 'link-lost']).toContain(code);
      device.dispose();
    }
  });

  it('stay whole where Cancel is pressed at any time, and the board is ready again', async () => {
    const codes = new Set<string>();
    for (let at = 1100; at < 12_000; at += 450) {
      let heard = 0;
      let isSaving = true;
      const repl = replOf(python);
      const { device, storage } = await openDevice(
        {
          onOpen: (send) => repl.onOpen(send),
          onBytes: (bytes) => {
            repl.onBytes(bytes);
            if (isSaving && heard < at && heard + bytes.length >= at) device.capability(LINK)?.cancel();
            heard += bytes.length;
          },
        },
        setImmediate,
      );
      python.format();
      python.write('/a.bin', 'old');
      const code = await codeOf(storage.save([{ path: '/a.bin', bytes: noise(6000) }]));
      isSaving = false;
      codes.add(code);
      const content = python.read('/a.bin');
      expect(isSame(content, noise(6000)) || (code === 'cancelled' && isSame(content, utf8('old')))).toBe(
        true,
      );
      expect(python.names()).toEqual(['a.bin']);
      expect(device.status).toBe('idle');
      expect((await storage.list()).entries).toHaveLength(1);
      device.dispose();
    }
    expect([...codes].sort()).toEqual(['cancelled', 'done']);
  });
});

describe('what saving costs on the line', () => {
  /** 33 KB of true Python. */
  function program(): Uint8Array {
    const root = new URL('../../shims/', import.meta.url);
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.py'),
    );
    return utf8(
      names
        .sort()
        .map((name) => readFileSync(new URL(name, root), 'utf8'))
        .join('\n'),
    ).slice(0, 33_151);
  }

  it('a program of 33 KB: at most 55 % of its bytes, in few turns', async () => {
    const { device, storage } = await openDevice(board, setImmediate);
    const bytes = program();
    expect(bytes).toHaveLength(33_151);
    const report = await storage.save([{ path: '/main.py', bytes }]);
    expect(report.wireBytes / bytes.length).toBeLessThan(0.55);
    expect(report.roundTrips).toBeLessThanOrEqual(4 + Math.ceil(bytes.length / 2048));
    device.dispose();
  });

  it('small files: few turns', async () => {
    const { device, storage } = await openDevice(board, setImmediate);
    const one = await storage.save([{ path: '/one.py', bytes: pythonText(900) }]);
    expect(one.roundTrips).toBe(1);
    const ten = await storage.save(
      Array.from({ length: 10 }, (_, at) => ({ path: `/lib/m${at}.py`, bytes: pythonText(600 + at) })),
    );
    expect(ten.roundTrips).toBeLessThanOrEqual(6);
    device.dispose();
  });

  it('fifty files that are there already: one turn', async () => {
    const { device, storage } = await openDevice(board, setImmediate);
    const files = Array.from({ length: 50 }, (_, at) => ({
      path: `/lib/module_${at}.py`,
      bytes: pythonText(4000 + at),
    }));
    await storage.save(files);
    const again = await storage.save(files);
    expect(again).toMatchObject({ written: [], roundTrips: 1 });
    expect(again.unchanged).toHaveLength(50);
    expect(again.wireBytes).toBeLessThan(4000);
    device.dispose();
  });
});
