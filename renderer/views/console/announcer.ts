/** Tells a screen reader what is new, at most once in a while. Knows no DOM: the caller shows the words. */

import type { Disposable } from '#common/lifecycle/disposable.ts';

export class Announcer implements Disposable {
  readonly #say: (text: string) => void;
  readonly #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #read: (() => string) | undefined;

  /** `pause` in milliseconds between two announcements. */
  constructor(say: (text: string) => void, pause = 1500) {
    this.#say = say;
    this.#pause = pause;
  }

  /** Something is new; `read` gives the words when it is time to say them. */
  notify(read: () => string): void {
    this.#read = read;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const words = this.#read?.() ?? '';
      this.#read = undefined;
      if (words !== '') this.#say(words);
    }, this.#pause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
