import { describe, expect, it } from 'vitest';
import { commandOf } from './shortcuts.ts';

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('commandOf', () => {
  it('runs with Ctrl+Enter or Cmd+Enter', () => {
    expect(commandOf({ ...NONE, key: 'Enter', ctrlKey: true })).toBe('run');
    expect(commandOf({ ...NONE, key: 'Enter', metaKey: true })).toBe('run');
  });

  it('stops with Ctrl+. or Shift+Esc', () => {
    expect(commandOf({ ...NONE, key: '.', ctrlKey: true })).toBe('stop');
    expect(commandOf({ ...NONE, key: 'Escape', shiftKey: true })).toBe('stop');
  });

  it('leaves all other keys alone', () => {
    for (const key of ['Enter', '.', 'Escape']) expect(commandOf({ ...NONE, key })).toBeUndefined();
    expect(commandOf({ ...NONE, key: 'Enter', ctrlKey: true, shiftKey: true })).toBeUndefined();
  });
});
