import { describe, expect, it, vi } from 'vitest';
import { createKeyFilter } from './screen-keys.ts';

function set({ selection = false } = {}) {
  const type = vi.fn();
  const clearSelection = vi.fn();
  const filter = createKeyFilter({ hasSelection: () => selection, clearSelection, type });
  /** `Ctrl+Shift+c`: whether the screen gets it. */
  const press = (keys: string): boolean => {
    const parts = keys.split('+');
    return filter({
      type: 'keydown',
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Meta'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    });
  };
  return { press, type, clearSelection };
}

describe('keys of the prompt', () => {
  it('gives letters, arrows and Tab to the board', () => {
    const { press } = set();
    expect(['a', 'ArrowUp', 'Tab', 'Enter', 'Ctrl+d', 'Ctrl+c'].map(press)).toEqual(Array(6).fill(true));
  });

  it('leaves with Escape and then Tab, and with Shift+Tab', () => {
    const { press, type } = set();
    expect([press('Escape'), press('Tab')]).toEqual([false, false]);
    expect(type).not.toHaveBeenCalled();
    expect(press('Shift+Tab')).toBe(false);
    expect(press('Tab')).toBe(true);
  });

  it('sends an Escape that something else follows', () => {
    const { press, type } = set();
    press('Escape');
    expect(press('[')).toBe(true);
    expect(type.mock.calls).toEqual([['\u001b']]);
  });

  it('copies with Ctrl+C only while something is selected', () => {
    expect(set().press('Ctrl+c')).toBe(true);
    const { press, clearSelection } = set({ selection: true });
    expect(press('Ctrl+c')).toBe(false);
    expect(clearSelection).toHaveBeenCalledTimes(1);
    expect(press('Ctrl+Shift+C')).toBe(false);
  });

  it('leaves pasting to the browser', () => {
    const { press } = set();
    expect(['Ctrl+v', 'Meta+v', 'Ctrl+Shift+V'].map(press)).toEqual([false, false, false]);
  });
});
