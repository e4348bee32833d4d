/** What a board on a cable tells of its link. Holds the state that was announced last; decides nothing. */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { BoardInfo, Link, LinkState } from '../device/link.ts';

export interface RealLinkOptions {
  readonly info: () => BoardInfo | undefined;
  readonly refreshInfo: () => Promise<BoardInfo>;
  readonly cancel: () => void;
}

export class RealLink implements Link, Disposable {
  readonly #options: RealLinkOptions;
  readonly #changes = new Emitter<LinkState>();
  #state: LinkState = { kind: 'closed' };

  readonly onState = this.#changes.event;

  constructor(options: RealLinkOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  get info(): BoardInfo | undefined {
    return this.#options.info();
  }

  refreshInfo(): Promise<BoardInfo> {
    return this.#options.refreshInfo();
  }

  cancel(): void {
    this.#options.cancel();
  }

  announce(state: LinkState): void {
    this.#state = state;
    this.#changes.fire(state);
  }

  dispose(): void {
    this.#changes.dispose();
  }
}
