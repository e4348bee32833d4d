/**
 * Which keys the screen of a prompt keeps for itself: copying what is selected, pasting, and leaving by keyboard. Tab belongs to
 * the board, so Escape and then Tab leaves, and Shift+Tab goes back. Pure.
 */

type Key = Pick<KeyboardEvent, 'type' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export interface KeyFilterOptions {
  readonly hasSelection: () => boolean;
  readonly clearSelection: () => void;
  /** Sends keys that were held back. */
  readonly type: (keys: string) => void;
}

const ESCAPE = '\u001b';
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/** Answers whether the screen may have the key; what it may not have is the browser's. */
export function createKeyFilter(options: KeyFilterOptions): (key: Key) => boolean {
  /** Escape was pressed, and waits for what comes next. */
  let escaped = false;
  return (key) => {
    if (key.type !== 'keydown' || MODIFIERS.has(key.key)) return !escaped;
    if (escaped) {
      escaped = false;
      if (key.key === 'Tab') return false;
      options.type(ESCAPE);
    }
    if (key.key === 'Escape' && !key.shiftKey) {
      escaped = true;
      return false;
    }
    if (key.key === 'Tab') return !key.shiftKey;
    return !isOfClipboard(key, options);
  };
}

/** Ctrl+V and Ctrl+Shift+V paste; Ctrl+C copies while something is selected, and interrupts otherwise. */
function isOfClipboard({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, options: KeyFilterOptions): boolean {
  if (!(ctrlKey || metaKey) || altKey) return false;
  const letter = key.toLowerCase();
  if (letter === 'v') return true;
  if (letter !== 'c' || !(options.hasSelection() || shiftKey || metaKey)) return false;
  options.clearSelection();
  return true;
}
