import { expect, it } from 'vitest';
import { LineEnds } from './line-ends.ts';

it('makes line feeds of line ends wherever the text is cut, and keeps every other carriage return', () => {
  const text = 'one\r\ntwo\rthree\r\r\nfour\n\r\n\r';
  for (let first = 0; first <= text.length; first++)
    for (let second = first; second <= text.length; second++) {
      const ends = new LineEnds();
      const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second)];
      const taken = pieces.map((piece) => ends.take(piece)).join('') + ends.end();
      expect(taken).toBe('one\ntwo\rthree\r\nfour\n\n\r');
    }
});
