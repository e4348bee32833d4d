/**
 * A board's own file system, in the interpreter's memory: finite, told to the host as it changes, and with its modules hooked as they
 * are imported. It wraps what the interpreter calls; it does not know who runs what.
 */

import type {
  FileNode,
  FileStream,
  MicroPythonFileSystem,
} from '@micropython/micropython-webassembly-pyscript/micropython.mjs';
import { PROGRAM_FOLDER } from './file-layout.ts';
import { instrument } from './instrument.ts';
import type { FileChange } from './protocol.ts';

const BLOCK = 4096;
/** A folder takes two blocks of littlefs; a small file shares one here, which errs on the full side. */
const FOLDER_BLOCKS = 2;
/** What the file system itself takes. */
const SYSTEM_BLOCKS = 2;
/** "No space left on device", as a board counts errors. */
const ENOSPC = 28;
const ACCESS = 3;
const READ_ONLY = 0;
/** Folders of the interpreter, not of the board. */
const FOREIGN = /^\/(?:\.pinlab|dev|home|proc|rom|tmp)(?:\/|$)/;
/** Folder for what was read in place of a module. */
const HOOKED = `${PROGRAM_FOLDER}hooked/`;

/** Files that are opened to be run: none, all, or the next one. */
type Importing = 0 | 1 | 2;

export interface BoardFilesOptions {
  /** Size of the file system, bytes. */
  readonly capacity: number;
  /** Something changed that `take` will tell. */
  readonly onChange: () => void;
  /** The simulator cannot follow this file because of that line. */
  readonly onStumble: (path: string, line: number) => void;
}

export class BoardFiles {
  readonly #options: BoardFilesOptions;
  readonly #changed = new Set<string>();
  #system: MicroPythonFileSystem | undefined;
  #importing: Importing = 0;
  /** True while a program opens a file as data all the same. */
  #isData = false;

  constructor(options: BoardFilesOptions) {
    this.#options = options;
  }

  /** Puts files into a fresh interpreter and watches them from then on. */
  mount(system: MicroPythonFileSystem, files: readonly FileChange[]): void {
    for (const change of files) {
      const folder = change.kind === 'folder' ? change.path : change.path.replace(/\/[^/]*$/, '');
      system.mkdirTree(`${folder}/`);
      if (change.kind === 'file') system.writeFile(change.path, change.bytes);
    }
    system.mkdirTree(HOOKED);
    this.#importing = 0;
    this.#isData = false;
    this.#system = system;
    this.#watchOpening(system);
    this.#watchWriting(system);
    this.#watchNames(system);
    system.statfs = () => this.#space();
  }

  /** What changed since the last call, folders before what is in them. */
  take(): readonly FileChange[] {
    if (this.#changed.size === 0) return [];
    const paths = [...this.#changed].sort();
    this.#changed.clear();
    return paths.map((path) => this.#state(path));
  }

  /** Everything there is. */
  all(): readonly FileChange[] {
    return this.#tree('/').map((path) => this.#state(path));
  }

  /** Says which files are opened with hooks in them; answers what was said before. */
  setImporting(importing: Importing): Importing {
    const before = this.#importing;
    this.#importing = importing;
    return before;
  }

  /** Whether the file that is being opened now is to be run. */
  opensProgram(): boolean {
    if (this.#isData || this.#importing === 0) return false;
    if (this.#importing === 2) this.#importing = 0;
    return true;
  }

  /** While `isData`, modules are opened as they are, whatever else goes on. */
  setOpeningData(isData: boolean): void {
    this.#isData = isData;
  }

  /** Text of a program with hooks. */
  followed(text: string, name: string): string {
    const { text: hooked, stumbledAt } = instrument(text, -1);
    if (stumbledAt !== undefined) this.#options.onStumble(name, stumbledAt);
    return hooked;
  }

  #watchOpening(system: MicroPythonFileSystem): void {
    const open = system.open.bind(system);
    system.open = (path, flags, mode) => {
      const isRead = (flags & ACCESS) === READ_ONLY;
      if (isRead && typeof path === 'string') return open(this.#hookedCopy(path), flags, mode);
      const stream = open(path, flags, mode);
      if (!isRead) this.#note(stream.path);
      return stream;
    };
  }

  #watchWriting(system: MicroPythonFileSystem): void {
    const write = system.write.bind(system);
    system.write = (stream, buffer, offset, length, position, canOwn) => {
      this.#requireRoom(stream, (position ?? stream.position) + length);
      const written = write(stream, buffer, offset, length, position, canOwn);
      this.#note(stream.path);
      return written;
    };
    const truncate = system.truncate.bind(system);
    system.truncate = (path, length) => {
      truncate(path, length);
      if (typeof path === 'string') this.#note(path);
    };
  }

  #watchNames(system: MicroPythonFileSystem): void {
    const { unlink, rmdir, mkdir, rename } = system;
    system.unlink = (path) => (unlink.call(system, path), this.#note(path));
    system.rmdir = (path) => (rmdir.call(system, path), this.#note(path));
    system.mkdir = (path, mode) => {
      const node = mkdir.call(system, path, mode);
      this.#note(path);
      return node;
    };
    system.rename = (from, to) => {
      const below = this.#tree(this.#absolute(from)).map((path) => path.slice(this.#absolute(from).length));
      rename.call(system, from, to);
      for (const rest of ['', ...below]) {
        this.#note(this.#absolute(from) + rest);
        this.#note(this.#absolute(to) + rest);
      }
    };
  }

  #note(path: string): void {
    const absolute = this.#absolute(path);
    if (FOREIGN.test(absolute) || absolute === '/') return;
    this.#changed.add(absolute);
    this.#options.onChange();
  }

  /** The interpreter opens a module to compile it: it gets one with hooks, under the same name. */
  #hookedCopy(path: string): string {
    const absolute = this.#absolute(path);
    const system = this.#system;
    if (
      !system ||
      !path.endsWith('.py') ||
      FOREIGN.test(absolute) ||
      !this.#exists(absolute) ||
      !this.opensProgram()
    )
      return path;
    const copy = HOOKED + absolute.slice(1).replaceAll('/', '\\');
    this.#isData = true;
    try {
      const text = new TextDecoder().decode(system.readFile(absolute));
      system.writeFile(copy, this.followed(text, absolute.slice(1)));
    } finally {
      this.#isData = false;
    }
    return copy;
  }

  #requireRoom({ path, node }: FileStream, end: number): void {
    const system = this.#system;
    if (!system || FOREIGN.test(this.#absolute(path))) return;
    const more = blocks(end) - blocks(node.usedBytes ?? 0);
    if (more > 0 && this.#usedBlocks() + more > this.#blocks) throw new system.ErrnoError(ENOSPC);
  }

  #space(): Readonly<Record<string, number>> {
    const free = Math.max(0, this.#blocks - this.#usedBlocks());
    return {
      bsize: BLOCK,
      frsize: BLOCK,
      blocks: this.#blocks,
      bfree: free,
      bavail: free,
      files: 0,
      ffree: 0,
      fsid: 0,
      flags: 0,
      namelen: 255,
    };
  }

  get #blocks(): number {
    return Math.floor(this.#options.capacity / BLOCK);
  }

  #usedBlocks(): number {
    return this.#tree('/').reduce((sum, path) => {
      const node = this.#node(path);
      if (!node) return sum;
      return sum + (this.#system?.isDir(node.mode) ? FOLDER_BLOCKS : blocks(node.usedBytes ?? 0));
    }, SYSTEM_BLOCKS);
  }

  /** Paths of everything below a folder, folders first. */
  #tree(folder: string): string[] {
    const node = this.#node(folder);
    if (!this.#system || !node || !this.#system.isDir(node.mode)) return [];
    return this.#system
      .readdir(folder)
      .filter((name) => name !== '.' && name !== '..')
      .map((name) => (folder === '/' ? `/${name}` : `${folder}/${name}`))
      .filter((path) => !FOREIGN.test(path))
      .flatMap((path) => [path, ...this.#tree(path)]);
  }

  #state(path: string): FileChange {
    const node = this.#node(path);
    if (!node || !this.#system) return { kind: 'gone', path };
    if (this.#system.isDir(node.mode)) return { kind: 'folder', path };
    const was = this.#isData;
    this.#isData = true;
    try {
      return { kind: 'file', path, bytes: this.#system.readFile(path).slice() };
    } finally {
      this.#isData = was;
    }
  }

  #node(path: string): FileNode | undefined {
    return this.#system?.analyzePath(path).object ?? undefined;
  }

  #exists(path: string): boolean {
    return this.#node(path) !== undefined;
  }

  #absolute(path: string): string {
    const parts: string[] = [];
    for (const part of `${path.startsWith('/') ? '' : (this.#system?.cwd() ?? '')}/${path}`.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return `/${parts.join('/')}`;
  }
}

function blocks(bytes: number): number {
  return Math.ceil(bytes / BLOCK);
}
