/** What a command asks of the terminal it was started in. The process is one; tests use another. */

import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';

export interface Terminal {
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** Standard output: the program's own output, or the answer that was asked for. */
  out(text: string): void;
  /** Standard error: everything said about it. */
  err(text: string): void;
  /** Whether standard error is seen by a person now, so that a line of progress may come and go. */
  readonly showsProgress: boolean;
  /** Reads standard input until disposed. `onEnd` is called when there is no more. */
  readInput(onText: (text: string) => void, onEnd: () => void): Disposable;
  /**
   * Reads single keys, Ctrl-C among them, until disposed; the terminal is then as it was before, whatever ends this process.
   * Undefined where standard input is no terminal.
   */
  readKeys(onText: (text: string) => void, onEnd: () => void): Disposable | undefined;
  /** Ctrl-C, once for each press, until disposed. */
  onInterrupt(listener: () => void): Disposable;
  /** Nobody reads standard output any more, as after `| head`. */
  onClosed(listener: () => void): Disposable;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    folder: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    showsProgress: process.stderr.isTTY === true,
    readInput,
    readKeys,
    onInterrupt(listener) {
      process.on('SIGINT', listener);
      return toDisposable(() => process.off('SIGINT', listener));
    },
    onClosed(listener) {
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code !== 'EPIPE') throw error;
        listener();
      };
      process.stdout.on('error', onError);
      // The handler stays: what was written before may still fail after the command has ended.
      return toDisposable(() => undefined);
    },
  };
}

function readInput(onText: (text: string) => void, onEnd: () => void): Disposable {
  const { stdin } = process;
  const onError = (): void => onEnd();
  stdin.setEncoding('utf8');
  stdin.on('data', onText);
  stdin.once('end', onEnd);
  stdin.once('error', onError);
  return toDisposable(() => {
    stdin.off('data', onText);
    stdin.off('end', onEnd);
    // Otherwise an open terminal or pipe would keep the process alive.
    stdin.destroy();
  });
}

/** Signals that end a process without its `exit` handlers. */
const DEADLY = ['SIGTERM', 'SIGHUP'] as const;

function readKeys(onText: (text: string) => void, onEnd: () => void): Disposable | undefined {
  const { stdin } = process;
  if (!stdin.isTTY) return undefined;
  const restore = (): void => void stdin.setRawMode(false);
  const die = (signal: NodeJS.Signals): void => {
    restore();
    for (const each of DEADLY) process.off(each, die);
    process.kill(process.pid, signal);
  };
  stdin.setRawMode(true);
  process.once('exit', restore);
  for (const signal of DEADLY) process.on(signal, die);
  const reading = readInput(onText, onEnd);
  return toDisposable(() => {
    restore();
    process.off('exit', restore);
    for (const signal of DEADLY) process.off(signal, die);
    reading.dispose();
  });
}
