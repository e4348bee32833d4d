/** Which command a key press asks for, anywhere in the app. */

export type Command = 'run' | 'stop';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Ctrl+Enter (or Cmd) runs, or continues a paused program; Ctrl+. and Shift+Esc stop. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): Command | undefined {
  const main = (ctrlKey || metaKey) && !altKey && !shiftKey;
  if (main && key === 'Enter') return 'run';
  if (main && key === '.') return 'stop';
  if (key === 'Escape' && shiftKey && !ctrlKey && !metaKey && !altKey) return 'stop';
  return undefined;
}
