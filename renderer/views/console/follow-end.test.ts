import { describe, expect, it } from 'vitest';
import { followsAfterScroll } from './follow-end.ts';

const at = (scrollTop: number, scrollHeight = 1000) => ({ scrollTop, scrollHeight, clientHeight: 200 });

describe('followsAfterScroll', () => {
  it('stops when the reader moves up', () => {
    expect(followsAfterScroll(true, at(800), at(700))).toBe(false);
  });

  it('begins again at the end, or nearly', () => {
    expect(followsAfterScroll(false, at(700), at(790))).toBe(true);
  });

  it('goes on while the end runs away', () => {
    expect(followsAfterScroll(true, at(800), at(800, 1400))).toBe(true);
  });

  it('goes on when old text is dropped and everything moves up', () => {
    expect(followsAfterScroll(true, at(800), at(500, 900))).toBe(true);
  });

  it('stays where the reader is while they scroll down, short of the end', () => {
    expect(followsAfterScroll(false, at(300), at(400))).toBe(false);
  });
});
