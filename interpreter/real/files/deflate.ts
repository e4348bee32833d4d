/** Deflates bytes so that a board inflates them with little memory. Knows no boards. */

import { deflateRaw } from 'pako';

/** log2 of the window: what a board needs of memory to inflate, 2 KB: no more than a piece of a file takes while it is decoded. */
export const WINDOW_BITS = 11;

export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateRaw(bytes, { level: 9, windowBits: WINDOW_BITS });
}
