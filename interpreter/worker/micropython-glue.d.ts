/** As much of the interpreter's JavaScript side as micropython.ts uses. */
declare module '@micropython/micropython-webassembly-pyscript/micropython.mjs' {
  export interface MicroPythonModule {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, bytes: number): void;
    _mp_sched_keyboard_interrupt(): void;
  }

  export interface MicroPythonFileSystem {
    mkdirTree(path: string): void;
    writeFile(path: string, data: string | Uint8Array): void;
    readFile(path: string): Uint8Array;
    readdir(path: string): string[];
  }

  export interface MicroPython {
    readonly _module: MicroPythonModule;
    readonly FS: MicroPythonFileSystem;
    readonly globals: { get(name: string): unknown; set(name: string, value: unknown): void };
    registerJsModule(name: string, module: object): void;
    runPython(code: string): unknown;
  }

  export type MicroPythonImports = Record<string, Record<string, unknown>>;

  export interface LoadOptions {
    readonly pystack: number;
    readonly heapsize: number;
    readonly romfs: Uint8Array;
    readonly stdin: () => number | null;
    readonly linebuffer: boolean;
    /** Added by build/vite/micropython-glue.mjs. */
    readonly instantiate: (
      imports: MicroPythonImports,
    ) => Promise<{ readonly instance: WebAssembly.Instance }>;
  }

  export function loadMicroPython(options: LoadOptions): Promise<MicroPython>;
}
