/** What a REPL needs of the interpreter behind it: runs code, lets itself be interrupted, starts afresh. Knows no bytes. */

/** `single`: one statement as typed at the prompt, whose value is echoed. */
export type ReplInput = 'file' | 'single';

export interface ReplProgram {
  readonly source: string;
  readonly input: ReplInput;
}

export type ReplEnd =
  | { readonly kind: 'finished' }
  /** The report as MicroPython prints it, lines ending in `\n`. */
  | { readonly kind: 'raised'; readonly text: string }
  /** SystemExit: the board starts afresh. */
  | { readonly kind: 'exit' }
  /** There is no such file. */
  | { readonly kind: 'absent' };

export type BootFile = 'boot.py' | 'main.py';

/** Each `onEnd` and `onReady` is called once, at once or later. */
export interface ReplExecutor {
  run(program: ReplProgram, onEnd: (end: ReplEnd) => void): void;
  runFile(name: BootFile, onEnd: (end: ReplEnd) => void): void;
  /** Ctrl-C came while something runs. */
  interrupt(): void;
  /** Makes a fresh interpreter; nothing of the old one is heard of again. */
  restart(kind: 'soft' | 'hard', onReady: () => void): void;
  /** Whether this beginning of a program can no longer become good Python, whatever follows. */
  refuses?(beginning: string): boolean;
}
