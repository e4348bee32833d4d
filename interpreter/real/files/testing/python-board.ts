/**
 * A board for tests of file operations: real MicroPython in this thread, with a flash that has a size, may be read-only and may lose
 * its power at any access, behind an Executor whose line may damage what it carries. It has no REPL and no hardware.
 */

import { deviceError } from '../../../device/device-error.ts';
import type { BoardFeature } from '../../../device/link.ts';
import { BoardException, type ExecuteOptions, type Executor } from '../../executor.ts';
import { FLASH } from './flash-python.ts';

/** As much of the interpreter's JavaScript side as is used here. */
interface MicroPython {
  readonly FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, data: string | Uint8Array): void;
    readFile(path: string): Uint8Array;
    readdir(path: string): string[];
  };
  readonly globals: { set(name: string, value: unknown): void };
  runPython(code: string): unknown;
}
interface Glue {
  loadMicroPython(options: {
    readonly heapsize: number;
    readonly linebuffer: false;
    readonly stdout: (bytes: Uint8Array) => void;
  }): Promise<MicroPython>;
}
/** By its name in a variable: the compiler's description of it is for workers. */
const GLUE = '@micropython/micropython-webassembly-pyscript/micropython.mjs';

const HEAP_BYTES = 160 * 1024;
const ALL_FEATURES: readonly BoardFeature[] = ['raw-paste', 'deflate', 'binascii', 'hashlib'];
/** What a turn costs beyond its code: entering raw-paste, its end, the executor's own statement. */
const TURN_OVERHEAD = 20;

/** What the line does to a turn's code, or to its answer; `turn` counts from 0 since the faults were set. */
export interface LineFaults {
  code?(code: string, turn: number): string;
  answer?(text: string, turn: number): string;
  /** The cable is pulled before this turn's code has arrived, or after it has run. */
  readonly cut?: { readonly turn: number; readonly when: 'before' | 'after' };
}

/** What came of a piece of code. */
export interface Performance {
  readonly printed: string;
  readonly lostPower: boolean;
  readonly raised?: { readonly type: string; readonly errno: number | undefined; readonly report: string };
}

export class PythonBoard implements Executor {
  readonly #python: MicroPython;
  #printed: string[] = [];
  #faults: LineFaults = {};
  #turn = 0;
  #lost = false;
  features: ReadonlySet<BoardFeature> = new Set(ALL_FEATURES);
  count = { bytes: 0, roundTrips: 0 };
  /** The code of each turn. */
  readonly codes: string[] = [];
  /** Called before each turn. */
  onTurn: (turn: number) => void = () => undefined;

  private constructor(python: MicroPython) {
    this.#python = python;
  }

  static async start(): Promise<PythonBoard> {
    const decoder = new TextDecoder();
    const { loadMicroPython } = (await import(GLUE)) as Glue;
    const python = await loadMicroPython({
      heapsize: HEAP_BYTES,
      linebuffer: false,
      stdout: (bytes: Uint8Array) => board.#printed.push(decoder.decode(bytes, { stream: true })),
    });
    const board = new PythonBoard(python);
    python.FS.mkdirTree('/flash');
    python.runPython('import sys\nsys.path[:] = [""]\n' + FLASH);
    board.restart();
    return board;
  }

  /** Power comes back, and the cable too; flash is as it was. */
  restart(faults: LineFaults = {}): void {
    this.#faults = faults;
    this.#turn = 0;
    this.#lost = false;
    this.run("flash.off = False; flash.budget = -1; names = {'__name__': '__main__', 'print': print}");
  }

  /** Python behind the board's back. Gives what it printed. */
  run(code: string): string {
    this.#printed = [];
    this.#python.runPython(code);
    return this.#printed.join('');
  }

  /** Accesses to flash that still succeed before the power is lost. */
  set powerBudget(changes: number) {
    this.run(`flash.budget = ${changes}`);
  }

  get changes(): number {
    return Number(this.run('print(flash.changes)'));
  }

  write(path: string, content: Uint8Array | string): void {
    this.#python.FS.mkdirTree(`/flash${path.slice(0, path.lastIndexOf('/'))}`);
    this.#python.FS.writeFile(`/flash${path}`, content);
  }

  /** Undefined where there is no such file. */
  read(path: string): Uint8Array | undefined {
    try {
      return this.#python.FS.readFile(`/flash${path}`);
    } catch {
      return undefined;
    }
  }

  text(path: string): string | undefined {
    const bytes = this.read(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  names(folder = '/'): string[] {
    return this.#python.FS.readdir(`/flash${folder}`)
      .filter((name) => name !== '.' && name !== '..')
      .sort();
  }

  /** Removes all files. */
  format(): void {
    this.run(
      "def _empty(path):\n for entry in list(os.ilistdir(path or '/')):\n  inside = path + '/' + entry[0]\n" +
        '  if entry[1] == 0x4000:\n   _empty(inside)\n   os.rmdir(inside)\n  else:\n   os.remove(inside)\n' +
        "flash.read_only = False\nflash.blocks = 2048\n_empty('')\nflash.changes = 0\n",
    );
  }

  async execute(code: string, { onText }: ExecuteOptions = {}): Promise<string> {
    const turn = this.#turn++;
    const { cut } = this.#faults;
    await Promise.resolve();
    this.onTurn(turn);
    if (this.#lost) throw deviceError('link-lost');
    this.codes.push(code);
    this.count = {
      bytes: this.count.bytes + code.length + TURN_OVERHEAD,
      roundTrips: this.count.roundTrips + 1,
    };
    if (cut?.turn === turn && cut.when === 'before') this.#lose();
    const { printed, raised, lostPower } = this.perform(this.#faults.code?.(code, turn) ?? code);
    if (cut?.turn === turn || lostPower) this.#lose();
    const arrived = this.#faults.answer?.(printed, turn) ?? printed;
    onText?.(arrived);
    if (raised) throw new BoardException(raised.type, raised.report, raised.errno);
    return arrived;
  }

  /** Runs code in the globals of the power-on. */
  perform(code: string): Performance {
    this.#python.globals.set('code', code);
    const [printed = '', ending] = this.run('execute(code, names)').split('\0');
    const [, type = '', errno = '', report = ''] = /^(\w+) ?(\S*)\n([\s\S]*)$/.exec(ending ?? '') ?? [];
    if (type === 'lost') return { printed, lostPower: true };
    const number = /^\d+$/.test(errno) ? Number(errno) : undefined;
    return { printed, lostPower: false, ...(type && { raised: { type, errno: number, report } }) };
  }

  #lose(): never {
    this.#lost = true;
    throw deviceError('link-lost');
  }
}
