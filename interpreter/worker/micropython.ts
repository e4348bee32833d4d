/**
 * The interpreter as a typed object: loads the patched WebAssembly build (assets/micropython), answers for its output, input, time and
 * randomness, and runs Python. It knows no board. One instance a worker: the glue keeps its state in globals.
 */

/// <reference path="./micropython-glue.d.ts" />

import {
  loadMicroPython,
  type MicroPython,
  type MicroPythonFileSystem,
  type MicroPythonImports,
} from '@micropython/micropython-webassembly-pyscript/micropython.mjs';
import type { PythonExceptionType } from '../hardware/hardware-error.ts';

/** What the build exports beyond the official one (build/scripts/patch-micropython.mjs). */
interface PatchedExports {
  readonly memory: WebAssembly.Memory;
  readonly pinlab_heap_growth: WebAssembly.Global;
  readonly pinlab_hook: WebAssembly.Global;
  readonly pinlab_hook_name: WebAssembly.Global;
  readonly pinlab_fuel: WebAssembly.Global;
  readonly pinlab_line: WebAssembly.Global;
  pinlab_qstr(pointer: number): number;
  pinlab_raise_pending(): void;
  pinlab_raise(reference: number): void;
}

export interface InterpreterOptions {
  /** micropython.wasm, compiled. */
  readonly wasm: WebAssembly.Module;
  /** Image of the read-only file system at `/rom`. */
  readonly rom: Uint8Array;
  /** Size of the Python heap, bytes. */
  readonly heapBytes: number;
  /** `sys.platform`. */
  readonly platform: string;
  /** `sys.implementation._machine`. */
  readonly machine: string;
  /** The granted statements are used up. May raise a Python exception through the interpreter's `raise…` methods. */
  readonly onTick: () => void;
  readonly onOutput: (bytes: Uint8Array) => void;
  /** Next byte of standard input; null at its end. May block. */
  readonly readByte: () => number | null;
  /** Virtual milliseconds since power-on. */
  readonly ticksMs: () => number;
  /** Milliseconds since 1970, virtual. */
  readonly timeMs: () => number;
  readonly randomU32: () => number;
}

/** A Python value as JavaScript holds it. */
export type PythonCallable = ((...args: unknown[]) => unknown) & { readonly _ref: number };
export type BridgeFunction = (...args: never[]) => unknown;

type ExceptionMaker = (type: string, message: string, errno: number) => { readonly _ref: number };

const HOOK = '_h';
const PYSTACK_WORDS = 8192;
/** Lets the heap grow while an exception is being reported: there may be no room left for its text. */
const REPORT_GROWTH = 1 << 20;
/** The interpreter's constants lie below this address. */
const STATIC_BYTES = 1 << 18;
const STOCK_MACHINE = 'JS with Emscripten';
const STOCK_PLATFORM = 'webassembly';

export class Interpreter {
  readonly #python: MicroPython;
  readonly #exports: PatchedExports;
  readonly #fuel: WebAssembly.Global;
  #makeException: ExceptionMaker | undefined;

  private constructor(python: MicroPython, exports: PatchedExports) {
    this.#python = python;
    this.#exports = exports;
    this.#fuel = exports.pinlab_fuel;
  }

  static async load(options: InterpreterOptions): Promise<Interpreter> {
    let exports: PatchedExports | undefined;
    const python = await loadMicroPython({
      pystack: PYSTACK_WORDS,
      heapsize: options.heapBytes,
      romfs: options.rom,
      stdin: options.readByte,
      linebuffer: false,
      async instantiate(imports) {
        overrideImports(imports, options, () => exports);
        const instance = await WebAssembly.instantiate(options.wasm, imports as WebAssembly.Imports);
        exports = instance.exports as unknown as PatchedExports;
        return { instance };
      },
    });
    if (!exports) throw new Error('The interpreter was loaded without its instance.');
    exports.pinlab_heap_growth.value = 0;
    const interpreter = new Interpreter(python, exports);
    interpreter.#replaceText(STOCK_MACHINE, options.machine);
    interpreter.#replaceText(STOCK_PLATFORM, options.platform);
    interpreter.#registerHook();
    interpreter.#registerExceptionMaker();
    return interpreter;
  }

  /** Statements that may run before the next tick. */
  get fuel(): number {
    return this.#fuel.value as number;
  }

  set fuel(statements: number) {
    this.#fuel.value = statements;
  }

  /** Line of the statement that runs, 1-based; 0 before the first, negative in a file other than main.py. */
  get line(): number {
    return this.#exports.pinlab_line.value as number;
  }

  /** Writes files by their names relative to `folder`, which ends in a slash. */
  writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
    const { FS: system } = this.#python;
    const folders = Object.keys(files).map((name) => folder + name.slice(0, name.lastIndexOf('/') + 1));
    for (const path of new Set(folders)) system.mkdirTree(path);
    for (const [name, text] of Object.entries(files)) system.writeFile(folder + name, text);
  }

  /** Makes functions importable: `from <module> import <name>`. */
  registerModule(module: string, functions: Readonly<Record<string, BridgeFunction>>): void {
    for (const [name, call] of Object.entries(functions)) this.#python.registerJsModule(`_js_${name}`, call);
    // Taken from sys.modules: an import would look for files of these names first. A class stands in for the module, since names
    // found on it are called without a bound self.
    const lines = Object.keys(functions).map((name) => `_Bridge.${name} = _modules.pop('_js_${name}')\n`);
    this.run(
      `import sys\n_modules = sys.modules\nclass _Bridge:\n pass\n${lines.join('')}` +
        `_modules['${module}'] = _Bridge\ndel _Bridge, _modules, sys\n`,
    );
  }

  /** Runs Python at module level. Throws a PythonError. */
  run(code: string): void {
    this.#python.runPython(code);
  }

  /** Whether a file is good Python. */
  accepts(path: string): boolean {
    try {
      this.run(`compile(open('${path}').read(), '', 'exec')\n`);
      return true;
    } catch (error) {
      if (isPythonError(error)) return false;
      throw error;
    }
  }

  get(name: string): unknown {
    return this.#python.globals.get(name);
  }

  /** Raises KeyboardInterrupt in the running program. Only from within a call that Python made; does not return. */
  raiseKeyboardInterrupt(): void {
    this.#python._module._mp_sched_keyboard_interrupt();
    this.#exports.pinlab_raise_pending();
  }

  /** Raises an exception in the running program. Only from within a call that Python made; does not return. */
  raise(type: PythonExceptionType | 'NotImplementedError' | 'EOFError', message: string, errno = 0): void {
    const exception = this.#makeException?.(type, message, errno);
    if (exception) this.#exports.pinlab_raise(exception._ref);
  }

  /** Part of the interpreter's memory, good until Python runs again. */
  bytesAt(address: number, length: number): Uint8Array {
    return new Uint8Array(this.#exports.memory.buffer, address, length);
  }

  /** The interpreter's file system, whose functions may be replaced. */
  get fileSystem(): MicroPythonFileSystem {
    return this.#python.FS;
  }

  /** A function of a module of the shims, by its name there. */
  takeFunction(module: string, name: string): PythonCallable {
    this.run(`import ${module}\n_taken = ${module}.${name}\ndel ${module}\n`);
    const taken = this.get('_taken') as PythonCallable;
    this.run('del _taken\n');
    return taken;
  }

  /** Gives the heap room for reporting an exception. */
  allowReport(): void {
    this.#exports.pinlab_heap_growth.value = REPORT_GROWTH;
  }

  endReport(): void {
    this.#exports.pinlab_heap_growth.value = 0;
  }

  #registerHook(): void {
    const hook = (): void => undefined;
    this.#python.registerJsModule('_hook', hook);
    this.run(`import builtins, sys\nbuiltins.${HOOK} = sys.modules.pop('_hook')\ndel builtins, sys\n`);
    const { proxy_js_ref: references } = globalThis as unknown as {
      readonly proxy_js_ref: readonly unknown[];
    };
    this.#exports.pinlab_hook.value = references.indexOf(hook);
    const name = this.#python._module._malloc(HOOK.length + 1);
    this.#python._module.stringToUTF8(HOOK, name, HOOK.length + 1);
    this.#exports.pinlab_hook_name.value = this.#exports.pinlab_qstr(name);
    this.#python._module._free(name);
  }

  #registerExceptionMaker(): void {
    this.run(
      'def _make(type, message, errno):\n' +
        ' import builtins\n' +
        ' cls = getattr(builtins, type)\n' +
        ' return cls(errno, message) if errno else cls(message)\n',
    );
    this.#makeException = this.get('_make') as ExceptionMaker;
    this.run('del _make\n');
  }

  /** Points the interpreter's constant string at other text, wherever a string object holds it. */
  #replaceText(from: string, to: string): void {
    const { _module: module } = this.#python;
    const size = module.lengthBytesUTF8(to);
    const copy = module._malloc(size + 1);
    module.stringToUTF8(to, copy, size + 1);
    const words = new Int32Array(this.#exports.memory.buffer, 0, STATIC_BYTES / 4);
    const statics = new TextDecoder('latin1').decode(module.HEAPU8.slice(0, STATIC_BYTES));
    for (let at = statics.indexOf(from); at >= 0; at = statics.indexOf(from, at + 1)) {
      // A string object is (type, hash, length, pointer).
      for (let word = words.indexOf(at); word >= 0; word = words.indexOf(at, word + 1)) {
        if (words[word - 1] !== from.length) continue;
        words[word - 2] = 0;
        words[word - 1] = size;
        words[word] = copy;
      }
    }
  }
}

/** An uncaught Python exception as the glue throws it. */
export interface PythonError extends Error {
  readonly type: string;
}

export function isPythonError(error: unknown): error is PythonError {
  return error instanceof Error && error.name === 'PythonError';
}

function overrideImports(
  imports: MicroPythonImports,
  options: InterpreterOptions,
  exports: () => PatchedExports | undefined,
): void {
  const environment = imports.env ?? {};
  const system = imports.wasi_snapshot_preview1 ?? {};
  const writeFile = system.fd_write as (
    file: number,
    vectors: number,
    count: number,
    written: number,
  ) => number;
  imports.pinlab = { tick: options.onTick };
  // A learner's program gets the bridge's functions and nothing else of JavaScript: no attribute, item or constructor of any object.
  const hidden = (): number => 0;
  const refused = (): never => {
    throw new Error('JavaScript objects are out of reach of a program.');
  };
  Object.assign(environment, { lookup_attr: hidden, has_attr: hidden, store_attr: refused });
  Object.assign(environment, {
    js_subscr_load: refused,
    js_subscr_store: refused,
    js_reflect_construct: refused,
    js_get_iter: refused,
  });
  environment.mp_js_ticks_ms = () => options.ticksMs() | 0;
  environment.mp_js_time_ms = options.timeMs;
  environment.mp_js_random_u32 = options.randomU32;
  system.fd_write = (file: number, vectors: number, count: number, written: number): number => {
    const memory = exports()?.memory;
    if ((file !== 1 && file !== 2) || !memory) return writeFile(file, vectors, count, written);
    const view = new DataView(memory.buffer);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const length = view.getUint32(vectors + 8 * i + 4, true);
      if (length > 0)
        options.onOutput(new Uint8Array(memory.buffer, view.getUint32(vectors + 8 * i, true), length));
      total += length;
    }
    view.setUint32(written, total, true);
    return 0;
  };
}
