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

  /** A file or folder in memory. */
  export interface FileNode {
    readonly mode: number;
    /** Size of a file, bytes. */
    readonly usedBytes?: number;
  }

  export interface FileStream {
    readonly path: string;
    readonly node: FileNode;
    readonly position: number;
  }

  export interface MicroPythonFileSystem {
    mkdirTree(path: string): void;
    writeFile(path: string, data: string | Uint8Array): void;
    readFile(path: string): Uint8Array;
    readdir(path: string): string[];
    /** `node` is undefined where there is nothing. */
    analyzePath(path: string): { readonly object: FileNode | null };
    isDir(mode: number): boolean;
    cwd(): string;
    // What the interpreter calls. Errors are `new ErrnoError(number)`.
    open(path: string | FileNode, flags: number, mode?: number): FileStream;
    write(
      stream: FileStream,
      buffer: ArrayBufferView,
      offset: number,
      length: number,
      position?: number,
      canOwn?: boolean,
    ): number;
    truncate(path: string | FileNode, length: number): void;
    unlink(path: string): void;
    rename(from: string, to: string): void;
    mkdir(path: string, mode?: number): unknown;
    rmdir(path: string): void;
    statfs(path: string): Readonly<Record<string, number>>;
    readonly ErrnoError: new (errno: number) => Error;
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
