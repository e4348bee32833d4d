/** Where a virtual board's files live while it has no power. Knows no board. */

import type { FileChange } from '../worker/protocol.ts';

export interface BoardStorage {
  /** Everything there is; paths are absolute. */
  load(): readonly FileChange[];
  /** Takes changes in. When it returns they are safe; the board says nothing more before that. */
  apply(changes: readonly FileChange[]): void;
}

/** Forgets everything with its owner. */
export class MemoryStorage implements BoardStorage {
  readonly #entries = new Map<string, FileChange>();

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files))
      this.#entries.set(path, { kind: 'file', path, bytes: new TextEncoder().encode(text) });
  }

  load(): readonly FileChange[] {
    return [...this.#entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  apply(changes: readonly FileChange[]): void {
    for (const change of changes) {
      if (change.kind === 'gone') this.#entries.delete(change.path);
      else this.#entries.set(change.path, change);
    }
  }

  /** Text of a file; undefined where there is none. */
  text(path: string): string | undefined {
    const entry = this.#entries.get(path);
    return entry?.kind === 'file' ? new TextDecoder().decode(entry.bytes) : undefined;
  }
}
