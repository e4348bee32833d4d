import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer } from './announcer.ts';

describe('Announcer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says the newest words once for many changes', () => {
    const say = vi.fn();
    const announcer = new Announcer(say, 1000);
    for (let i = 0; i < 500; i++) announcer.notify(() => `line ${i}`);
    vi.advanceTimersByTime(1000);
    expect(say.mock.calls).toEqual([['line 499']]);
  });

  it('speaks again after the pause, and not after it is disposed', () => {
    const say = vi.fn();
    const announcer = new Announcer(say, 1000);
    announcer.notify(() => 'one');
    vi.advanceTimersByTime(1000);
    announcer.notify(() => 'two');
    announcer.dispose();
    vi.advanceTimersByTime(5000);
    expect(say.mock.calls).toEqual([['one']]);
  });
});
