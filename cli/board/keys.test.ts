import { describe, expect, it } from 'vitest';
import { type KeyEvent, KeyReader } from './keys.ts';

const PASTED = '\u001b[200~a = 1\r\nb = 2\r\u001b[201~';

function feedAll(pieces: readonly string[]): KeyEvent[] {
  const reader = new KeyReader();
  return pieces.flatMap((piece) => reader.feed(piece));
}

/** Neighboring keys as one, so that the splitting does not show. */
function joined(events: readonly KeyEvent[]): KeyEvent[] {
  const result: KeyEvent[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (last?.kind === 'keys' && event.kind === 'keys')
      result.splice(-1, 1, { kind: 'keys', text: last.text + event.text });
    else result.push(event);
  }
  return result;
}

describe('KeyReader', () => {
  it('passes keys on, control characters and arrows too', () => {
    expect(feedAll(['print(1)\r', '\u0003', '\u001b[A'])).toEqual([
      { kind: 'keys', text: 'print(1)\r' },
      { kind: 'keys', text: '\u0003' },
      { kind: 'keys', text: '\u001b[A' },
    ]);
  });

  it('a lone Escape is a key at once', () => {
    expect(feedAll(['\u001b'])).toEqual([{ kind: 'keys', text: '\u001b' }]);
  });

  it.each(['\u001d', '\u0018'])('%j leaves, after the keys before it', (key) => {
    expect(feedAll([`ab${key}cd`])).toEqual([{ kind: 'keys', text: 'ab' }, { kind: 'leave' }]);
  });

  it('pasted text is one piece with plain line breaks, and never leaves', () => {
    expect(feedAll([`x${PASTED.replace('a', 'a\u001d')}y`])).toEqual([
      { kind: 'keys', text: 'x' },
      { kind: 'paste', text: 'a\u001d = 1\nb = 2\n' },
      { kind: 'keys', text: 'y' },
    ]);
  });

  it('marks may be cut anywhere but after their Escape', () => {
    const all = `x${PASTED}y\u001d`;
    for (let cut = 1; cut < all.length; cut++) {
      if (cut === 2) continue;
      expect(joined(feedAll([all.slice(0, cut), all.slice(cut)]))).toEqual([
        { kind: 'keys', text: 'x' },
        { kind: 'paste', text: 'a = 1\nb = 2\n' },
        { kind: 'keys', text: 'y' },
        { kind: 'leave' },
      ]);
    }
  });
});
