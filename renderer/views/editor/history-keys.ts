/** Ctrl+Z and Ctrl+Y outside the text editor: the program has one history. */

interface History {
  undo(): boolean;
  redo(): boolean;
}

/** Fields and the text editor know these keys themselves. */
const OWN_KEYS = 'input, textarea, .cm-editor';

/** For keydown, before anyone else hears it. */
export function historyKeys(history: History): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || !(target instanceof Element) || target.closest(OWN_KEYS)) return;
    const letter = key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    if (letter === 'y' || shiftKey) history.redo();
    else history.undo();
    event.preventDefault();
    event.stopPropagation();
  };
}
