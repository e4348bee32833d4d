/** One line of progress on standard error that comes and goes; nothing where nobody watches. */

import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import type { Link, LinkState } from '#interpreter/device/link.ts';
import type { Storage } from '#interpreter/device/storage.ts';
import type { Terminal } from '../terminal.ts';
import { CONNECT_WORDS, STOP_WORDS } from './words.ts';

const ERASE_LINE = '\r\u001b[K';

export class ProgressLine implements Disposable {
  readonly #terminal: Terminal;
  #shown = '';

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(text: string): void {
    if (!this.#terminal.showsProgress || text === this.#shown) return;
    this.#shown = text;
    this.#terminal.err(ERASE_LINE + text);
  }

  /** Makes room for a line that stays. */
  say(text: string): void {
    this.dispose();
    this.#terminal.err(`${text}\n`);
  }

  /** May be shown again afterwards. */
  dispose(): void {
    if (this.#shown !== '') this.#terminal.err(ERASE_LINE);
    this.#shown = '';
  }
}

export function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((100 * done) / total) : 100} %`;
}

/** What the link tries, as it tries it: ordinary steps come and go, the harder ones stay on the screen. */
export function watchLink(link: Link, line: ProgressLine): Disposable {
  let last: LinkState['kind'] = 'closed';
  return link.onState((state) => {
    if (state.kind === 'connecting') {
      const { text, stays } = CONNECT_WORDS[state.step];
      if (stays) line.say(text);
      else line.show(text);
    } else if (state.kind === 'stopping') line.say(STOP_WORDS[state.step]);
    else line.dispose();
    if (state.kind === 'lost') line.say('The board went away. Plug it in again.');
    if (state.kind === 'ready' && last === 'lost') line.say('The board is back.');
    // Connecting again belongs to being lost.
    if (state.kind !== 'connecting' || last !== 'lost') last = state.kind;
  });
}

export function watchStorage(storage: Storage, line: ProgressLine): Disposable {
  const store = new DisposableStore();
  store.add(
    storage.onProgress(({ operation, path, done, total }) =>
      line.show(`${operation === 'reading' ? 'Reading' : 'Saving'} ${path}  ${percent(done, total)}`),
    ),
  );
  store.add(toDisposable(() => line.dispose()));
  return store;
}
