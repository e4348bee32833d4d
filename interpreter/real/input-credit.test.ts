import { describe, expect, it } from 'vitest';
import { InputCredit } from './input-credit.ts';

describe('input of a running program', () => {
  it('goes out at once while little is unread', () => {
    const credit = new InputCredit();
    expect(credit.add('water\r')).toBe(true);
    expect(credit.take(0)).toBe('water\r');
    expect(credit.isWaiting).toBe(false);
  });

  it('waits beyond 200 bytes until lines come back as echoes', () => {
    const credit = new InputCredit();
    const line = `${'x'.repeat(99)}\r`;
    credit.add(line.repeat(5));
    expect(credit.take(0)).toHaveLength(200);
    expect(credit.take(0)).toBe('');
    credit.hear('x'.repeat(40));
    expect(credit.take(0)).toBe('');
    credit.hear(`${'x'.repeat(59)}\r\ngot it\r\n`);
    expect(credit.take(0)).toHaveLength(100);
  });

  it('is taken for read at the pace of a person where nothing comes back', () => {
    const credit = new InputCredit();
    credit.add('x'.repeat(1000));
    credit.take(0);
    expect(credit.take(2000)).toHaveLength(50);
  });

  it('is not read because the program prints something else', () => {
    const credit = new InputCredit();
    credit.add('x'.repeat(1000));
    credit.take(0);
    credit.hear('moisture 42\r\n'.repeat(50));
    expect(credit.take(0)).toBe('');
  });

  it('is refused beyond what can ever be read, and dropped when asked', () => {
    const credit = new InputCredit();
    expect(credit.add('x'.repeat(20_000))).toBe(false);
    credit.add('x'.repeat(1000));
    credit.drop();
    expect(credit.isWaiting).toBe(false);
  });
});
