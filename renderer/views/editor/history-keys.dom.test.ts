import { afterEach, describe, expect, it, vi } from 'vitest';
import { historyKeys } from './history-keys.ts';

const history = { undo: vi.fn(() => true), redo: vi.fn(() => true) };
afterEach(() => vi.clearAllMocks());

function press(html: string, keys: KeyboardEventInit): readonly [undo: number, redo: number, kept: boolean] {
  document.body.innerHTML = `<div id="pane">${html}</div>`;
  document.getElementById('pane')?.addEventListener('keydown', historyKeys(history), true);
  const event = new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true });
  const kept = document.querySelector('.target')?.dispatchEvent(event) ?? true;
  return [history.undo.mock.calls.length, history.redo.mock.calls.length, kept];
}

describe('historyKeys', () => {
  it.each<[KeyboardEventInit, readonly [number, number, boolean]]>([
    [{ key: 'z', ctrlKey: true }, [1, 0, false]],
    [{ key: 'z', metaKey: true }, [1, 0, false]],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, [0, 1, false]],
    [{ key: 'y', ctrlKey: true }, [0, 1, false]],
    [{ key: 'z' }, [0, 0, true]],
    [{ key: 'x', ctrlKey: true }, [0, 0, true]],
  ])('%o', (keys, told) => {
    expect(press('<button class="target"></button>', keys)).toEqual(told);
  });

  it.each(['<input class="target">', '<div class="cm-editor"><p class="target"></p></div>'])(
    'leaves %s its own keys',
    (html) => {
      expect(press(html, { key: 'z', ctrlKey: true })).toEqual([0, 0, true]);
    },
  );
});
