/** Runs for a REPL in the interpreter: code in globals that stay, a board's boot files. Knows neither time nor the serial line. */

import type { BootFile, ReplEnd, ReplProgram } from '../repl/executor.ts';
import type { BoardConsole } from './board-console.ts';
import type { BoardFiles } from './board-files.ts';
import { PROGRAM_FOLDER } from './file-layout.ts';
import type { Interpreter, PythonCallable } from './micropython.ts';

/** Tracebacks show the name alone (traceback.ts). */
const TYPED = `${PROGRAM_FOLDER}<stdin>`;

export interface BoardExecutorOptions {
  readonly interpreter: Interpreter;
  readonly console: BoardConsole;
  readonly files: BoardFiles;
  /** Told before and after Python runs. */
  readonly onBusy: (isBusy: boolean) => void;
}

export class BoardExecutor {
  readonly #options: BoardExecutorOptions;
  readonly #run: PythonCallable;
  readonly #runFile: PythonCallable;
  readonly #runLine: PythonCallable;
  readonly #refuses: PythonCallable;

  constructor(options: BoardExecutorOptions) {
    this.#options = options;
    const { interpreter } = options;
    interpreter.run('import _board\n_board.set_up(globals())\ndel _board\n');
    const take = (name: string): PythonCallable => interpreter.takeFunction('_board', name);
    this.#run = take('run');
    this.#runFile = take('run_file');
    this.#runLine = take('run_line');
    this.#refuses = take('refuses');
  }

  run({ source, input }: ReplProgram): ReplEnd {
    const { files, interpreter } = this.#options;
    const text = files.followed(source, '<stdin>');
    if (input === 'single') return this.#call(this.#runLine, text);
    // Long code goes through a file, which takes no room on the heap.
    interpreter.writeFiles(PROGRAM_FOLDER, { '<stdin>': text });
    return this.#call(this.#run, TYPED);
  }

  runFile(name: BootFile): ReplEnd {
    const there = this.#options.interpreter.fileSystem.analyzePath(`/${name}`).object;
    return there ? this.#call(this.#runFile, name) : { kind: 'absent' };
  }

  refuses(beginning: string): boolean {
    this.#options.interpreter.writeFiles(PROGRAM_FOLDER, { '<stdin>': beginning });
    return this.#refuses(TYPED) === true;
  }

  #call(runner: PythonCallable, argument: string): ReplEnd {
    const { console, onBusy } = this.#options;
    onBusy(true);
    try {
      const kind = runner(argument) as 'finished' | 'exit' | 'raised';
      console.endOutput();
      return kind === 'raised' ? { kind, text: console.report } : { kind };
    } finally {
      onBusy(false);
    }
  }
}
