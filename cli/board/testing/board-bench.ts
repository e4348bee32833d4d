/** A terminal, a folder and boards in memory for tests of the board commands. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PortSummary } from '#common/host/host.ts';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import type { Device } from '#interpreter/device/device.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import type { FirmwareInstaller } from '#interpreter/device/firmware.ts';
import { main } from '../../main.ts';
import { MemoryTerminal } from '../../testing/memory-terminal.ts';
import { boardGroup } from '../group.ts';

export const PICO: PortSummary = {
  path: '/dev/ttyACM0',
  name: 'Board in FS mode',
  vendorId: '2e8a',
  productId: '0005',
  serialNumber: 'e6614103e7174a2c',
};

export class BoardBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'pinlab-board-'));
  ports: PortSummary[] = [PICO];
  board = new MemoryBoard();
  firmware: FirmwareInstaller | undefined;
  /** Ports that were connected to, in order. */
  readonly connected: string[] = [];
  /** Set while a command runs. */
  terminal = new MemoryTerminal();
  /** Wall timers that a command asked for, milliseconds to what is then called. */
  readonly waiting: { readonly milliseconds: number; readonly callback: () => void }[] = [];

  /** Runs `pinlab board …` and answers with what it said. `during` acts while it runs. */
  async run(
    args: readonly string[],
    during: (terminal: MemoryTerminal) => Promise<void> | void = () => undefined,
  ): Promise<{ exit: number; stdout: string; stderr: string }> {
    const terminal = new MemoryTerminal(this.folder);
    terminal.hasKeys = this.terminal.hasKeys;
    terminal.showsProgress = this.terminal.showsProgress;
    this.terminal = terminal;
    const ended = main(['board', ...args], terminal, [boardGroup(() => this.#access())]);
    await during(terminal);
    const exit = await ended;
    return { exit, stdout: terminal.stdout, stderr: terminal.stderr };
  }

  write(name: string, text: string | Uint8Array): void {
    const place = join(this.folder, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  dispose(): void {
    this.board.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #access() {
    return {
      list: () => Promise.resolve(this.ports),
      closed: () => Promise.resolve(),
      connect: ({ path }: PortSummary) => {
        this.connected.push(path);
        return staysOpen(this.board);
      },
      firmware: () => {
        if (!this.firmware) throw new Error('This test gave no firmware installer.');
        return this.firmware;
      },
      timers: {
        now: () => 0,
        after: (milliseconds: number, callback: () => void) => {
          this.waiting.push({ milliseconds, callback });
          return toDisposable(() => undefined);
        },
      },
    };
  }
}

/** The board itself keeps its files from one command to the next. */
function staysOpen(board: MemoryBoard): Device {
  return new Proxy(board, {
    get(target, name) {
      if (name === 'dispose') return () => undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
