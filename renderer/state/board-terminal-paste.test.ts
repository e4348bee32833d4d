import { describe, expect, it } from 'vitest';
import { readPaste } from './board-terminal-paste.ts';

describe('readPaste', () => {
  it('sends what is short and plain without a question', () => {
    expect(readPaste('for i in range(3):\r\n\tprint(i)\r\n')).toEqual({
      text: 'for i in range(3):\n\tprint(i)\n',
      lines: 2,
      removed: 0,
      asks: false,
    });
    expect(readPaste('print("Grüße 温度")').asks).toBe(false);
  });

  it('takes keys that act on the board out, and asks', () => {
    expect(readPaste('a\u0003b\u0004\u001b[31mc')).toEqual({
      text: 'ab[31mc',
      lines: 1,
      removed: 3,
      asks: true,
    });
  });

  it('takes marks out that make text look different from what it is', () => {
    expect(readPaste('x = 1 \u202e# 2\u2066')).toMatchObject({ text: 'x = 1 # 2', removed: 2, asks: true });
  });

  it('asks before it sends a long text', () => {
    expect(readPaste('x\n'.repeat(20)).asks).toBe(false);
    expect(readPaste('x\n'.repeat(21)).asks).toBe(true);
    expect(readPaste('x'.repeat(2001)).asks).toBe(true);
  });
});
