/** `pinlab board run`: runs a program on the board without saving it. */

import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import { type Nanoseconds, MILLISECOND, parseDuration } from '#common/time/duration.ts';
import type { Timers } from '#common/time/timers.ts';
import type { OutputChunk, ProgramFiles, RunEnd, RunResult } from '#interpreter/device/device.ts';
import { EXIT } from '../command.ts';
import { inputError } from '../input-error.ts';
import { readProgram } from '../run/program.ts';
import type { Terminal } from '../terminal.ts';
import type { Answer, BoardWord } from './board-command.ts';
import { LineEnds } from './line-ends.ts';
import { onePositional } from './positionals.ts';
import type { BoardSession } from './session.ts';

const USAGE = 'pinlab board run FILE or pinlab board run DIR';

const EXIT_OF: Readonly<Record<RunEnd, number>> = {
  finished: EXIT.done,
  'time-limit': EXIT.done,
  stopped: EXIT.done,
  raised: EXIT.failed,
  fault: EXIT.failed,
};

export const runOnBoard: BoardWord = {
  word: 'run',
  synopsis: 'FILE|DIR',
  summary: 'Run a program on the board, without saving it there.',
  details: [
    'FILE is run as main.py, with the modules beside it; DIR must have a main.py. Standard input feeds input();',
    'in a terminal keys go to the board as they are typed, and Ctrl-D on an empty line ends its input().',
    'Ctrl-C stops the program, by force where it must; a second Ctrl-C gives up.',
  ].join('\n'),
  options: [{ name: 'for', value: 'TIME', help: 'Stop after so much time, such as 10s or 5min.' }],
  plan(options, terminal, { timers }) {
    const { files } = readProgram(onePositional(options, USAGE), terminal.folder);
    const limit = readLimit(options.text('for'));
    const json = options.has('json');
    return (session) => runAndAnswer(session, { files, limit, json, timers }, terminal);
  },
};

interface RunRequest {
  readonly files: ProgramFiles;
  readonly limit: Nanoseconds | undefined;
  readonly json: boolean;
  readonly timers: Timers;
}

async function runAndAnswer(session: BoardSession, request: RunRequest, terminal: Terminal): Promise<Answer> {
  const { device, port } = session;
  const said = { stdout: '', stderr: '' };
  const ends = { stdout: new LineEnds(), stderr: new LineEnds() };
  const tell = (stream: OutputChunk['stream'], text: string): void => {
    if (request.json) said[stream] += text;
    if (stream === 'stderr') terminal.err(text);
    else if (!request.json) terminal.out(text);
  };
  const store = new DisposableStore();
  store.add(device.onOutput(({ stream, text }) => tell(stream, ends[stream].take(text))));
  try {
    await device.load(request.files);
    const { result, limited } = await runToEnd(session, request, terminal, store);
    for (const stream of ['stdout', 'stderr'] as const) tell(stream, ends[stream].end());
    if (result.error) session.say(result.error.message);
    const end = limited && result.end === 'stopped' ? 'time-limit' : result.end;
    const exit = session.interrupted ? EXIT.interrupted : EXIT_OF[end];
    const { at, traceback = null, error } = result;
    const fault = error ? { code: error.code, message: error.message } : null;
    const files = Object.keys(request.files).sort();
    const output = { output: said.stdout, errors: said.stderr };
    return { exit, json: { port: port.path, end, at, exit, files, ...output, traceback, fault } };
  } finally {
    store.dispose();
  }
}

/** A program that cannot be stopped ends this with the reason, though it goes on on the board. */
async function runToEnd(
  session: BoardSession,
  { limit, timers }: RunRequest,
  terminal: Terminal,
  store: DisposableStore,
): Promise<{ readonly result: RunResult; readonly limited: boolean }> {
  const { device, onInterrupt } = session;
  let limited = false;
  let failStop: (error: unknown) => void = () => undefined;
  const cannotStop = new Promise<never>((_resolve, reject) => (failStop = reject));
  const stop = (): void => void device.stop().catch(failStop);
  store.add(onInterrupt(stop));
  store.add(terminal.onClosed(stop));
  if (limit !== undefined)
    store.add(
      timers.after(limit / MILLISECOND, () => {
        limited = true;
        stop();
      }),
    );
  store.add(feedInput(session, terminal));
  const result = await Promise.race([device.run(), cannotStop]);
  return { result, limited };
}

const CTRL_C = '\u0003';

/**
 * A person's keys go to the board one by one: it echoes them, and Ctrl-D ends its input(). From a pipe come lines. What comes after the
 * end of a run has nobody to read it.
 */
function feedInput({ device, prompt, interrupt }: BoardSession, terminal: Terminal): Disposable {
  const ignore = (): void => undefined;
  const onKeys = (keys: string): void => {
    const [first = '', ...others] = keys.split(CTRL_C);
    if (first !== '') void prompt.write(first).catch(ignore);
    for (let count = 0; count < others.length; count++) interrupt();
  };
  return (
    terminal.readKeys(onKeys, ignore) ??
    terminal.readInput((text) => void device.write(text).catch(ignore), ignore)
  );
}

function readLimit(text: string | undefined): Nanoseconds | undefined {
  if (text === undefined) return undefined;
  const limit = parseDuration(text);
  if (limit !== undefined && limit > 0) return limit;
  throw inputError({
    code: 'bad-option',
    message: 'This is no length of time.',
    fix: 'Write a number with a unit, such as 10s or 5min.',
    where: { file: `--for ${text}` },
  });
}
