/** Keeps a scrolled area at its end while the reader is there, and leaves it alone when the reader scrolled up. */

/** Pixels from the end that still count as the end. */
const NEAR = 24;

export function isAtEnd(area: Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>): boolean {
  return area.scrollHeight - area.scrollTop - area.clientHeight <= NEAR;
}

export function scrollToEnd(area: HTMLElement): void {
  area.scrollTop = area.scrollHeight;
}
