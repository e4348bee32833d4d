/** Keeps a scrolled area at its end while the reader is there, and leaves it alone when the reader scrolled up. Pure. */

/** What an HTMLElement tells about its scrolling. */
export type ScrollState = Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>;

/** Pixels from the end that still count as the end. */
const NEAR = 24;

/**
 * Whether to go on following, after a scroll event. Only a move upwards is the reader's wish: while output flows the end
 * runs away by itself, and text that is dropped at the start moves everything.
 */
export function followsAfterScroll(following: boolean, before: ScrollState, now: ScrollState): boolean {
  if (now.scrollHeight - now.scrollTop - now.clientHeight <= NEAR) return true;
  const movedUp = now.scrollTop < before.scrollTop && now.scrollHeight >= before.scrollHeight;
  return following && !movedUp;
}

export function scrollState({ scrollTop, clientHeight, scrollHeight }: ScrollState): ScrollState {
  return { scrollTop, clientHeight, scrollHeight };
}
