import { beforeEach, describe, expect, it } from 'vitest';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { FakePeer } from '#common/transport/fake-transport.ts';
import { DeviceError } from '../../device/device-error.ts';
import type { StoredFile } from '../../device/storage.ts';
import { EagerTimers } from '../testing/eager-timers.ts';
import { createBoardStorage } from './board-storage.ts';
import { type LinkFaults, openStorage, replOf } from './testing/linked-board.ts';
import { PythonBoard } from './testing/python-board.ts';
import { noise, pythonText, utf8 } from './testing/samples.ts';

const python = await PythonBoard.start();
const board = replOf(python);
const timers = new EagerTimers(setImmediate);
const onCancel = new Emitter<void>().event;

/** 2 KB that go over in one turn, and 2 KB that take several. */
const PROGRAM = pythonText(2048);
const DATA = noise(2048);

interface Pull {
  readonly outcome: string;
  readonly content: 'old' | 'new' | 'other';
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'saved',
    (error: unknown) => (error instanceof DeviceError ? error.code : String(error)),
  );
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

/** Saves over a line with these faults. The board goes on from wherever the last line left it. */
async function save(
  bytes: Uint8Array,
  faults: LinkFaults,
  peer: FakePeer = board,
): Promise<Pull & { sent: number }> {
  const old = bytes.slice().reverse();
  python.write('/main.py', old);
  const { storage, transport } = await openStorage(peer, python, { ...faults, timers, onCancel });
  const outcome = await outcomeOf(storage.save([{ path: '/main.py', bytes }]));
  const content = python.read('/main.py');
  return {
    outcome,
    content: isSame(content, bytes) ? 'new' : isSame(content, old) ? 'old' : 'other',
    sent: transport.written.length,
  };
}

/** How often each end was seen. */
function tally(pulls: readonly Pull[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, content } of pulls) {
    const name = `${outcome}, ${content}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

beforeEach(() => {
  python.restart();
  python.format();
});

describe('the cable is pulled during a save of 2 KB', () => {
  it('before every byte that is sent: the file is old or new', { timeout: 120_000 }, async () => {
    const { outcome, sent } = await save(PROGRAM, {});
    expect(outcome).toBe('saved');
    const pulls: Pull[] = [];
    for (let cutAt = 0; cutAt < sent; cutAt++) pulls.push(await save(PROGRAM, { sending: { cutAt } }));
    const { 'link-lost, old': old = 0, 'link-lost, new': fresh = 0, ...others } = tally(pulls);
    expect(others).toEqual({});
    expect(old).toBeGreaterThan(2000);
    expect(fresh).toBeGreaterThan(0);
  });

  it(
    'before every byte that comes back: saved is only said if the file is new',
    { timeout: 120_000 },
    async () => {
      // A file of several turns: all places would take too long, so it is every seventh.
      for (const [bytes, step] of [
        [PROGRAM, 1],
        [DATA, 7],
      ] as const) {
        const pulls: Pull[] = [];
        for (let cutAt = 0; pulls.at(-1)?.outcome !== 'saved'; cutAt += step)
          pulls.push(await save(bytes, { receiving: { cutAt } }));
        const { 'link-lost, old': old = 0, 'link-lost, new': fresh = 0, ...others } = tally(pulls);
        expect(others).toEqual({ 'saved, new': 1 });
        expect(old).toBeGreaterThan(0);
        expect(fresh).toBeGreaterThan(0);
      }
    },
  );

  it(
    'of several turns: after no byte that the board takes is there anything but the old or the new file',
    { timeout: 120_000 },
    async () => {
      const old = DATA.slice().reverse();
      const seen = new Map<string, number>();
      const watching: FakePeer = {
        onOpen: (send) => board.onOpen(send),
        onBytes: (bytes) => {
          board.onBytes(bytes);
          const content = python.read('/main.py');
          const kind = isSame(content, DATA) ? 'new' : isSame(content, old) ? 'old' : 'other';
          seen.set(kind, (seen.get(kind) ?? 0) + bytes.length);
        },
      };
      const { outcome, sent } = await save(DATA, { sending: { splitEvery: 1 } }, watching);
      expect(outcome).toBe('saved');
      expect([...seen.keys()].sort()).toEqual(['new', 'old']);
      expect((seen.get('old') ?? 0) + (seen.get('new') ?? 0)).toBe(sent);
      const pulls: Pull[] = [];
      for (let cutAt = 3; cutAt < sent; cutAt += 17) pulls.push(await save(DATA, { sending: { cutAt } }));
      expect(Object.keys(tally(pulls)).every((name) => /^link-lost, (old|new)$/.test(name))).toBe(true);
    },
  );

  it('and plugged in again: what was left is swept up', async () => {
    const { sent } = await save(DATA, {});
    await save(DATA, { sending: { cutAt: sent - 150 } });
    expect(python.names()).toEqual(['.pl-t', 'main.py']);
    const { storage } = await openStorage(board, python, { timers, onCancel });
    expect((await storage.list()).entries.map(({ path }) => path)).toEqual(['/main.py']);
    expect(python.names()).toEqual(['main.py']);
  });
});

describe('the power goes at every access to flash', () => {
  const storage = createBoardStorage({
    withExecutor: (work) => work(python),
    withQuietExecutor: (work) => work(python),
    onCancel,
  });
  const BIG = noise(9000);

  it.each<[string, readonly StoredFile[]]>([
    ['a small file', [{ path: '/main.py', bytes: PROGRAM }]],
    ['a big file that waits in flash', [{ path: '/main.py', bytes: pythonText(16_000) }]],
    ['a file as it is', [{ path: '/main.py', bytes: BIG }]],
    [
      'several files, in new folders',
      [
        { path: '/main.py', bytes: utf8('a') },
        { path: '/lib/new/b.py', bytes: BIG },
        { path: '/lib/c.py', bytes: PROGRAM },
      ],
    ],
  ])('during a save of %s', async (_, files) => {
    const olds = new Map<string, Uint8Array | undefined>();
    let outcome = '';
    let losses = 0;
    for (let accesses = 0; outcome !== 'saved'; accesses++) {
      python.restart();
      python.format();
      for (const path of ['/main.py', '/lib/c.py']) python.write(path, utf8(`old ${path}`));
      for (const { path } of files) olds.set(path, python.read(path)?.slice());
      python.powerBudget = accesses;
      outcome = await outcomeOf(storage.save(files));
      python.restart();
      for (const { path, bytes } of files) {
        const content = python.read(path);
        const old = olds.get(path);
        const isOld = old ? isSame(content, old) : content === undefined;
        expect(isSame(content, bytes) || (outcome !== 'saved' && isOld)).toBe(true);
      }
      losses += outcome === 'link-lost' ? 1 : 0;
      await storage.save([{ path: '/main.py', bytes: utf8('x') }]);
      await storage.list();
      expect([...python.names(), ...python.names('/lib/')].filter((name) => name.startsWith('.'))).toEqual(
        [],
      );
    }
    expect(losses).toBeGreaterThan(3);
  });

  it('during removing and renaming', async () => {
    for (const work of [() => storage.rename('/a.py', '/b.py'), () => storage.makeFolder('/x/y')]) {
      let outcome = '';
      for (let accesses = 0; outcome !== 'saved'; accesses++) {
        python.restart();
        python.format();
        python.write('/a.py', 'a');
        python.powerBudget = accesses;
        outcome = await outcomeOf(work());
        python.restart();
        expect([python.text('/a.py'), python.text('/b.py')].filter((text) => text === 'a')).toHaveLength(1);
      }
    }
  });
});
