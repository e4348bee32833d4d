/** Makes a command of one thing to do with a board: options that all share, the board opened and closed, failures as exit codes. */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { formatProblem } from '#common/errors/problem.ts';
import { DeviceError, deviceError, type DeviceErrorCode } from '#interpreter/device/device-error.ts';
import { FirmwareError, type FirmwareErrorCode } from '#interpreter/device/firmware.ts';
import { type Command, EXIT } from '../command.ts';
import type { OptionDeclaration, ParsedOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import type { BoardAccess, OpenAccess } from './access.ts';
import { choosePort, PORT_VARIABLE } from './choose-port.ts';
import { type BoardSession, withBoard } from './session.ts';

/** Raised by one when a field of a JSON object changes its meaning or goes; new fields may come without. */
export const JSON_VERSION = 1;

export interface Answer {
  /** Fields of the JSON object. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Standard output without --json. */
  readonly text?: string;
  /** Default: done. */
  readonly exit?: number;
}

export interface BoardWord {
  readonly word: string;
  readonly synopsis: string;
  readonly summary: string;
  readonly details?: string;
  readonly options?: readonly OptionDeclaration[];
  /** Has no JSON to answer with. */
  readonly withoutJson?: boolean;
  /** Reads what was typed, before the board is asked anything, and says what to do with the board. */
  plan(
    options: ParsedOptions,
    terminal: Terminal,
    access: BoardAccess,
  ): (session: BoardSession) => Promise<Answer>;
}

const PORT: OptionDeclaration = {
  name: 'port',
  value: 'PORT',
  help: 'Port or serial number of the board. Default: the only board there is.',
};
export const JSON_OPTION: OptionDeclaration = { name: 'json', help: 'Print one JSON object.' };

export function boardCommand(openAccess: OpenAccess, board: BoardWord): Command {
  const { word, synopsis, summary, details, options = [], withoutJson = false } = board;
  return {
    name: `board ${word}`,
    synopsis,
    summary,
    ...(details !== undefined && { details }),
    options: [...options, PORT, ...(withoutJson ? [] : [JSON_OPTION])],
    run: async (given, terminal) => {
      const access = openAccess();
      const task = board.plan(given, terminal, access);
      const named = given.text('port') ?? process.env[PORT_VARIABLE];
      const ports = await access.list();
      const port = choosePort(ports, named);
      const isListed = ports.includes(port);
      const exit = await answerOrFail(given, terminal, () =>
        withBoard(port, access.connect(port), terminal, task).catch((error: unknown) => {
          throw isListed ? error : unlisted(port.path, error);
        }),
      );
      await closedInTime(access);
      return exit;
    },
  };
}

/** A name that was typed was perhaps never a port. */
function unlisted(path: string, error: unknown): unknown {
  if (!(error instanceof DeviceError) || error.code !== 'port-not-found') return error;
  return deviceError(
    error.code,
    `${path} is no port that can be opened. See which there are: pinlab board list`,
  );
}

/** A port that does not close must keep nobody waiting, milliseconds. */
const LONGEST_CLOSING = 2000;

async function closedInTime({ closed, timers }: BoardAccess): Promise<void> {
  let timer: Disposable | undefined;
  const limit = new Promise<void>((resolve) => (timer = timers.after(LONGEST_CLOSING, resolve)));
  await Promise.race([closed(), limit]);
  timer?.dispose();
}

/** Prints the answer, or the sentence about what went wrong. */
export async function answerOrFail(
  options: ParsedOptions,
  terminal: Terminal,
  task: () => Promise<Answer>,
): Promise<number> {
  const json = options.has('json');
  try {
    const { json: fields, text = '', exit = EXIT.done } = await task();
    terminal.out(json ? jsonLine(fields) : text);
    return exit;
  } catch (error) {
    if (!(error instanceof DeviceError || error instanceof FirmwareError)) throw error;
    const { code, message } = error;
    // Why, and what to do on this system.
    for (const line of [message, ...error.problems.map(formatProblem)]) terminal.err(`${line}\n`);
    const exit = exitOf(code);
    if (json && exit === EXIT.failed) terminal.out(jsonLine({ error: { code, message } }));
    return exit;
  }
}

export function jsonLine(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ version: JSON_VERSION, ...fields })}\n`;
}

/** Nothing was asked of the board: what was typed, or this account, is what has to change. */
const BAD_INPUT: ReadonlySet<DeviceErrorCode | FirmwareErrorCode> = new Set([
  'port-not-found',
  'port-busy',
  'permission-denied',
  'bad-path',
  'not-firmware',
  'truncated',
  'wrong-board',
  'no-target',
]);

function exitOf(code: DeviceErrorCode | FirmwareErrorCode): number {
  if (code === 'cancelled') return EXIT.interrupted;
  return BAD_INPUT.has(code) ? EXIT.badInput : EXIT.failed;
}
