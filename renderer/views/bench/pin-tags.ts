/** Names beside the board's pins that carry a signal, so that they can be read at every scale. */

import type { BenchDrawing } from './drawing.ts';

export interface PinTag {
  /** Canonical name. */
  readonly pin: string;
  /** `GPIO12`, or just the number that programs use where the board is narrow. */
  readonly text: string;
  readonly color: string;
  /** Screen pixels from the corner of the drawing's bounds. */
  readonly x: number;
  readonly y: number;
  /** On which side of the pin it stands: always towards the middle of the board. */
  readonly towards: 'left' | 'right';
}

/** Screen pixels. */
const LINE = 13;
const FROM_PIN = 6;
/** A board narrower than this has no room for two full names side by side. */
const ROOM_FOR_NAMES = 74;

/** One tag a wired GPIO; tags that would cover each other move apart, the lower one downwards. */
export function tagPins({ wires, board, bounds }: BenchDrawing, scale: number): PinTag[] {
  const middle = board.placement.x + board.placement.width / 2;
  const isWide = board.placement.width * scale >= ROOM_FOR_NAMES;
  const tags = new Map<string, PinTag>();
  for (const { role, boardPin, boardEnd, color } of wires) {
    if (role !== 'signal' || boardPin === undefined || !boardEnd || tags.has(boardPin)) continue;
    const towards = boardEnd.x < middle ? 'right' : 'left';
    tags.set(boardPin, {
      pin: boardPin,
      text: isWide ? boardPin : boardPin.replace(/^GPIO(?=\d)/, ''),
      color,
      towards,
      x: (boardEnd.x - bounds.x) * scale + (towards === 'right' ? FROM_PIN : -FROM_PIN),
      y: (boardEnd.y - bounds.y) * scale,
    });
  }
  return (['left', 'right'] as const).flatMap((side) =>
    spread([...tags.values()].filter((tag) => tag.towards === side)),
  );
}

function spread(tags: readonly PinTag[]): PinTag[] {
  let lowest = -Infinity;
  return tags
    .toSorted((a, b) => a.y - b.y)
    .map((tag) => {
      lowest = Math.max(tag.y, lowest + LINE);
      return { ...tag, y: lowest };
    });
}
