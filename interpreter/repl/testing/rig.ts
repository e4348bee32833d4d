/** A REPL with a scripted executor, for tests of what goes over the wire. */

import { fromBytes, toBytes } from '../bytes.ts';
import type { ReplEnd, ReplExecutor } from '../executor.ts';
import { Repl, type ReplOptions } from '../repl.ts';

export const BANNER = 'MicroPython v1.29.0 on 2026-01-01; Test board';
export const HELLO = `${BANNER}\r\nType "help()" for more information.\r\n>>> `;
export const RAW = 'raw REPL; CTRL-B to exit\r\n>';

export interface Rig {
  readonly repl: Repl;
  readonly codes: string[];
  readonly interrupts: () => number;
  readonly restarts: string[];
  /** Sends bytes and answers what the board says from then on. */
  send(text: string): string;
  said(): string;
  print(text: string): void;
  /** Ends what runs. */
  end(end: ReplEnd): string;
}

export interface RigOptions extends Partial<ReplOptions> {
  /** Code that ends at once, as it says; other code runs until `end`. */
  readonly ends?: (code: string) => ReplEnd | undefined;
  readonly files?: Readonly<Record<string, ReplEnd | 'runs'>>;
  readonly refuses?: (beginning: string) => boolean;
}

export const FINISHED: ReplEnd = { kind: 'finished' };

export function rig({ ends = () => FINISHED, files = {}, refuses, ...options }: RigOptions = {}): Rig {
  let text = '';
  let interrupts = 0;
  let running: (end: ReplEnd) => void = () => undefined;
  const codes: string[] = [];
  const restarts: string[] = [];
  const executor: ReplExecutor = {
    run({ source, input }, onEnd) {
      codes.push(input === 'single' ? `single: ${source}` : source);
      running = onEnd;
      const end = ends(source);
      if (end) onEnd(end);
    },
    runFile(name, onEnd) {
      const end = files[name] ?? ({ kind: 'absent' } as const);
      if (end !== undefined && files[name] !== undefined) codes.push(name);
      running = onEnd;
      if (end !== 'runs') onEnd(end);
    },
    interrupt: () => (interrupts += 1),
    restart(kind, onReady) {
      restarts.push(kind);
      onReady();
    },
    ...(refuses && { refuses }),
  };
  const send = (bytes: Uint8Array): void => void (text += fromBytes(bytes));
  const repl = new Repl({ banner: BANNER, executor, send, ...options });
  const said = (): string => {
    const now = text;
    text = '';
    return now;
  };
  repl.start();
  return {
    repl,
    codes,
    restarts,
    interrupts: () => interrupts,
    said,
    print: (printed) => send(toBytes(printed)),
    send(bytes) {
      repl.receive(toBytes(bytes));
      repl.process();
      return said();
    },
    end(end) {
      running(end);
      return said();
    },
  };
}

/** A rig whose start has been heard. */
export function ready(options: RigOptions = {}): Rig {
  const board = rig(options);
  board.said();
  return board;
}

export function raw(options: RigOptions = {}): Rig {
  const board = ready(options);
  board.send('\x01');
  return board;
}
