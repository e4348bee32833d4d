import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, type SaveStatus } from './autosave.ts';

describe('Autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function set(save: () => Promise<void> = () => Promise.resolve()) {
    const saves = vi.fn(save);
    const statuses: SaveStatus[] = [];
    return {
      saves,
      statuses,
      autosave: new Autosave({ save: saves, onStatus: (status) => statuses.push(status) }),
    };
  }

  it('saves once, 300 ms after the last change', async () => {
    const { autosave, saves, statuses } = set();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(200);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(299);
    expect(saves).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(saves).toHaveBeenCalledTimes(1);
    expect(statuses).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
  });

  it('saves within a second although changes go on', async () => {
    const { autosave, saves } = set();
    for (let i = 0; i < 10; i++) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saves).toHaveBeenCalledTimes(1);
  });

  it('never saves twice at once, and saves again what changed meanwhile', async () => {
    let finish = (): void => undefined;
    const { autosave, saves, statuses } = set(() => new Promise((resolve) => (finish = resolve)));
    autosave.touch();
    const first = autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    autosave.touch();
    const second = autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toHaveBeenCalledTimes(1);
    finish();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toHaveBeenCalledTimes(2);
    finish();
    await second;
    expect(statuses.at(-1)).toBe('saved');
  });

  it('does not call a state saved that changed while it was being saved', async () => {
    let finish = (): void => undefined;
    const { autosave, statuses } = set(() => new Promise((resolve) => (finish = resolve)));
    autosave.touch();
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    autosave.touch();
    finish();
    await flushed;
    expect(statuses.at(-1)).toBe('unsaved');
  });

  it('keeps what could not be saved and tries again', async () => {
    let full = true;
    const { autosave, saves, statuses } = set(() =>
      full ? Promise.reject(new Error('disk full')) : Promise.resolve(),
    );
    autosave.touch();
    await autosave.flush();
    expect(statuses.at(-1)).toBe('failed');
    full = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(saves).toHaveBeenCalledTimes(2);
    expect(statuses.at(-1)).toBe('saved');
  });

  it('does nothing on flush when nothing changed', async () => {
    const { autosave, saves } = set();
    await autosave.flush();
    expect(saves).not.toHaveBeenCalled();
  });
});
