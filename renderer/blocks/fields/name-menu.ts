/** The list of names that opens below a name field, so that a name can be chosen as well as typed. */

export interface NameMenuOptions {
  readonly names: readonly string[];
  readonly onchoose: (name: string) => void;
  readonly onclose: () => void;
}

/** Arrow keys move through the list, Enter chooses, Escape closes. */
export function nameMenu({ names, onchoose, onclose }: NameMenuOptions): HTMLElement {
  const list = document.createElement('div');
  list.className = 'pinlab-names';
  for (const name of names) {
    const choice = document.createElement('button');
    choice.type = 'button';
    choice.textContent = name;
    // The click must not take the focus from the field before the name is chosen.
    choice.addEventListener('pointerdown', (event) => event.preventDefault());
    choice.addEventListener('click', () => onchoose(name));
    list.append(choice);
  }
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onclose();
    if (step) focusChoice(list, step);
    if (step || event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
  });
  return list;
}

/** Focuses the next choice; from outside the list the first one. */
export function focusChoice(list: HTMLElement, step: number): void {
  const choices = [...list.querySelectorAll('button')];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  choices[(at + step + choices.length) % choices.length]?.focus();
}
