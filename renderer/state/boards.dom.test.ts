import { describe, expect, it } from 'vitest';
import type { PortSummary } from '#common/host/host.ts';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { deviceError } from '#interpreter/device/device-error.ts';
import { MemoryBoard, type MemoryBoardOptions } from '#interpreter/device/memory-board.ts';
import type { BoardSession } from './board-session.svelte.ts';
import { Boards } from './boards.svelte.ts';
import { createTestServices } from './test-lesson.ts';

const PICO: PortSummary = {
  path: '/dev/ttyACM0',
  name: 'Raspberry Pi Pico',
  vendorId: '2e8a',
  productId: '0005',
  serialNumber: 'e66',
};
const MODEM: PortSummary = { path: '/dev/ttyS0', name: '/dev/ttyS0' };

function set(options: MemoryBoardOptions = {}, prepare: (board: MemoryBoard) => void = () => undefined) {
  const made: MemoryBoard[] = [];
  const timers = new ManualTimers();
  const ports: { list: readonly PortSummary[]; looks: number; error?: Error } = { list: [], looks: 0 };
  const { host } = createTestServices();
  const boards = new Boards({
    host: {
      ...host,
      listPorts: async () => {
        ports.looks++;
        if (ports.error) throw ports.error;
        return ports.list;
      },
    },
    timers,
    connectBoard: () => {
      const board = new MemoryBoard(options);
      prepare(board);
      made.push(board);
      return board;
    },
  });
  /** Lets a second pass, and everything that follows from it. */
  const second = async (): Promise<void> => {
    timers.advance(1000);
    await boards.look();
  };
  return { boards, made, ports, timers, second };
}

const names = (boards: Boards): string[] => boards.choices.map(({ name }) => name);

describe('Boards', () => {
  it('lists boards first, and follows what is plugged in and out', async () => {
    const { boards, ports, second } = set();
    ports.list = [MODEM, PICO];
    const watching = boards.watch();
    await boards.look();
    expect(names(boards)).toEqual(['Raspberry Pi Pico', '/dev/ttyS0']);
    expect(boards.choices.map(({ isBoard }) => isBoard)).toEqual([true, false]);
    ports.list = [MODEM];
    await second();
    expect(names(boards)).toEqual(['/dev/ttyS0']);
    watching.dispose();
  });

  it('looks once a second while somebody watches a page that is seen, and else not at all', async () => {
    const { boards, ports, timers, second } = set();
    expect(timers.count).toBe(0);
    const watching = boards.watch();
    await boards.look();
    expect(ports.looks).toBe(1);
    timers.advance(999);
    expect(ports.looks).toBe(1);
    timers.advance(1);
    expect(ports.looks).toBe(2);
    await boards.look();
    boards.setVisible(false);
    timers.advance(5000);
    expect([ports.looks, timers.count]).toEqual([2, 0]);
    boards.setVisible(true);
    expect(ports.looks).toBe(3);
    await second();
    watching.dispose();
    const looks = ports.looks;
    timers.advance(5000);
    expect([ports.looks, timers.count]).toEqual([looks, 0]);
  });

  it('keeps the list where the ports cannot be listed, and says why', async () => {
    const { boards, ports } = set();
    ports.list = [PICO];
    await boards.look();
    ports.error = new Error('No answer.');
    await boards.look();
    expect([boards.listError, names(boards)]).toEqual(['No answer.', ['Raspberry Pi Pico']]);
  });

  it('connects what is chosen, and knows what the board says of itself', async () => {
    const { boards, made } = set({ info: { machine: 'Raspberry Pi Pico W with RP2040' } });
    const targets: (BoardSession | undefined)[] = [];
    boards.onTarget((target) => targets.push(target));
    expect(await boards.choose(PICO)).toBe(true);
    const session = boards.target;
    expect([session?.name, session?.link.kind, session?.isReady]).toEqual([
      'Raspberry Pi Pico W',
      'ready',
      true,
    ]);
    boards.chooseSimulated();
    expect([boards.target, boards.current]).toEqual([undefined, session]);
    await boards.choose(PICO);
    expect([made.length, targets]).toEqual([1, [session, undefined, session]]);
    boards.disconnect();
    expect([boards.current, boards.target]).toEqual([undefined, undefined]);
    await expect(made[0]?.open()).rejects.toMatchObject(deviceError('disposed'));
  });

  it('gives the port of one board back before it takes another', async () => {
    const { boards, made } = set();
    await boards.choose(PICO);
    await boards.choose({ ...PICO, path: '/dev/ttyACM1', serialNumber: 'f77' });
    expect(made.map(({ status }) => status)).toEqual(['closed', 'idle']);
  });

  it('shows a chosen board that is unplugged as missing, and finds it again at another path', async () => {
    const { boards, made, ports, second } = set();
    ports.list = [PICO];
    await boards.choose(PICO);
    await boards.look();
    made[0]?.unplug();
    ports.list = [];
    await second();
    expect(boards.choices).toMatchObject([{ isMissing: true, session: { link: { kind: 'lost' } } }]);
    ports.list = [{ ...PICO, path: '/dev/ttyACM7' }];
    made[0]?.plugIn();
    await second();
    expect(boards.choices).toMatchObject([{ isMissing: false, session: { link: { kind: 'ready' } } }]);
    expect(boards.choices).toHaveLength(1);
  });

  it('says why a board cannot be connected', async () => {
    const { boards } = set({ refuse: 'port-busy' });
    expect(await boards.choose(PICO)).toBe(false);
    expect([boards.target?.fault?.code, boards.target?.link.kind]).toEqual(['port-busy', 'closed']);
  });

  it('connecting can be cancelled, which is no trouble, and begun again', async () => {
    const { boards, made } = set({}, (board) => void board.hold());
    const choosing = boards.choose(PICO);
    expect(boards.target?.link).toEqual({ kind: 'connecting', step: 'opening' });
    expect(boards.target?.isWaiting).toBe(true);
    boards.target?.cancel();
    expect(await choosing).toBe(false);
    expect([boards.target?.fault, boards.target?.link.kind]).toEqual([undefined, 'closed']);
    expect(await boards.choose(PICO)).toBe(true);
    expect(made).toHaveLength(1);
  });
});
