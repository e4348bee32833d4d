/** `pinlab board serve`: a simulated board as a serial port, for Pinlab and every other tool that talks to MicroPython boards. */

import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { dataFolder } from '#electron/main/services/data-folder.ts';
import { PROBE, type Speed, STIMULUS, type TimedStimulus } from '#interpreter/device/capability.ts';
import type { Notice } from '#interpreter/device/trace.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardIn } from '#interpreter/diagram/lookup.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import type { VirtualBoard } from '#interpreter/simulated/virtual-board.ts';
import { FolderStorage } from '../board/pty-folder.ts';
import { linkPort, registerPort } from '../board/pty-register.ts';
import { openPty } from '../board/pty.ts';
import { type Command, EXIT } from '../command.ts';
import { inputError } from '../input-error.ts';
import { createNodeBoard } from '../node-device.ts';
import type { ParsedOptions } from '../options.ts';
import { readControlOptions } from '../run/control-options.ts';
import { noticeLine } from '../run/play.ts';
import { readWiring } from '../run/wiring.ts';
import type { Terminal } from '../terminal.ts';

export const boardServe: Command = {
  name: 'board serve',
  synopsis: '',
  summary: 'Be a simulated board on a serial port of this computer, until Ctrl-C.',
  details: [
    'Prints the path of the port. Thonny, mpremote and Pinlab itself connect to it as to a board on a cable, any number of',
    'times. Linux and macOS only.',
  ].join('\n'),
  options: [
    { name: 'pty', help: 'Use a pseudo-terminal. There is no other way yet, so this may be left out.' },
    {
      name: 'board',
      value: 'ID',
      help: 'Board to simulate, in place of the one in the diagram. Default: pico.',
    },
    {
      name: 'diagram',
      value: 'FILE',
      help: 'Wiring. Default: the diagram.json in the present folder, if any.',
    },
    { name: 'folder', value: 'DIR', help: 'Keep the board’s files here. Default: in memory only.' },
    { name: 'link', value: 'PATH', help: 'Make a link to the port, whose own name may change each time.' },
    { name: 'set', value: 'PART.CONTROL=V', repeated: true, help: 'Set a control at the start.' },
    { name: 'speed', value: 'N', help: 'Virtual seconds for each real one, 0.1 to 100, or max. Default: 1.' },
  ],
  run: serveBoard,
};

async function serveBoard(options: ParsedOptions, terminal: Terminal): Promise<number> {
  refuseArguments(options);
  const { folder: programFolder } = terminal;
  const diagram = readWiring(
    { diagramFile: options.text('diagram'), board: options.text('board'), programFolder },
    terminal,
  );
  const controls = readControls(options, diagram);
  const speed = readSpeed(options.text('speed'));
  const folder = options.text('folder');
  const place = folder === undefined ? undefined : resolve(terminal.folder, folder);
  const store = new DisposableStore();
  try {
    const board = store.add(
      createNodeBoard({
        diagram,
        speed,
        // A pseudo-terminal has no control lines.
        wiring: 'none',
        uniqueId: uniqueIdOf(place ?? String(process.pid)),
        ...(place !== undefined && { storage: new FolderStorage(place) }),
      }),
    );
    for (const { part, control, value } of controls)
      await board.capability(STIMULUS)?.set(part, control, value);
    tellNotices(board, terminal, store);
    const path = await connect(board, store);
    const name = findBoardIn(CATALOG.boards, diagram.board)?.name ?? diagram.board;
    const link = options.text('link');
    if (link !== undefined) store.add(linkPort(resolve(terminal.folder, link), path));
    const data = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
    store.add(registerPort(data, { path, name: `${name} (virtual board)`, board: diagram.board }));
    const ended = untilEnded(terminal, board, store);
    terminal.out(`${path}\n`);
    terminal.err(`${name} is at ${path}. Ctrl-C ends it.\n`);
    const fault = await ended;
    if (fault) terminal.err(`The virtual board failed: ${fault.message}\n`);
    return fault ? EXIT.fault : EXIT.done;
  } finally {
    store.dispose();
  }
}

/** Joins the board's port to a pseudo-terminal and answers its path. */
async function connect(board: VirtualBoard, store: DisposableStore): Promise<string> {
  const transport = board.createTransport();
  // What comes while the board has no power is lost.
  const pty = store.add(await openPty((bytes) => void transport.write(bytes).catch(() => undefined)));
  store.add(transport.onData((bytes) => pty.write(bytes)));
  await transport.open();
  return pty.path;
}

function tellNotices(board: VirtualBoard, terminal: Terminal, store: DisposableStore): void {
  const tell = (notice: Notice): void => terminal.err(noticeLine(notice));
  const listening = board.capability(PROBE)?.onTrace(({ notices }) => notices.forEach(tell));
  if (listening) store.add(listening);
}

/** Resolves at Ctrl-C, at the end of the session, or with what broke the board. */
function untilEnded(
  terminal: Terminal,
  board: VirtualBoard,
  store: DisposableStore,
): Promise<Error | undefined> {
  return new Promise((resolveEnd) => {
    const end = (): void => resolveEnd(undefined);
    store.add(terminal.onInterrupt(end));
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, end);
      store.add(toDisposable(() => process.off(signal, end)));
    }
    store.add(board.onFault(resolveEnd));
  });
}

/** The same folder is the same board. */
function uniqueIdOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function refuseArguments({ positionals }: ParsedOptions): void {
  if (positionals.length === 0) return;
  const message = `"${positionals.join(' ')}" is too much here.`;
  const fix =
    'A program for the board is put on it as on any other: pinlab board put, or the folder of --folder.';
  throw inputError({ code: 'bad-usage', message, fix });
}

function readControls(options: ParsedOptions, diagram: Diagram): TimedStimulus[] {
  const controls = readControlOptions(options.texts('set'), diagram);
  if (controls.every(({ at }) => at === 0)) return controls;
  const message = 'A board that is served has no planned changes.';
  const fix = 'Leave out the @TIME.';
  throw inputError({
    code: 'bad-option',
    message,
    fix,
    where: { file: `--set ${options.texts('set').join(' ')}` },
  });
}

function readSpeed(text: string | undefined): Speed {
  if (text === undefined) return 1;
  if (text === 'max') return 'max';
  const speed = Number(text);
  if (speed >= 0.1 && speed <= 100) return speed;
  const fix = 'Write a number from 0.1 to 100, or max.';
  throw inputError({
    code: 'bad-option',
    message: 'This is no speed.',
    fix,
    where: { file: `--speed ${text}` },
  });
}
