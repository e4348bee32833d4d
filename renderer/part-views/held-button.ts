/** An attachment for a control that is on while held: pointer, Space and Enter; anything lost lets go. */

import type { Attachment } from 'svelte/attachments';

/** Calls `set(true)` when the press begins and `set(false)` exactly once when it ends. */
export function heldButton(set: (down: boolean) => void): Attachment<HTMLElement> {
  return (element) => {
    let down = false;
    const change = (next: boolean): void => {
      if (next === down) return;
      down = next;
      set(next);
    };
    const isPressKey = (event: KeyboardEvent): boolean => event.key === ' ' || event.key === 'Enter';
    const listeners = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      handle: (event: HTMLElementEventMap[K]) => void,
    ): void => element.addEventListener(name, handle, { signal: listeners.signal });

    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture?.(event.pointerId);
      change(true);
    });
    on('pointerup', () => change(false));
    on('pointercancel', () => change(false));
    on('lostpointercapture', () => change(false));
    on('blur', () => change(false));
    on('keydown', (event) => {
      if (!isPressKey(event)) return;
      event.preventDefault();
      change(true);
    });
    on('keyup', (event) => {
      if (isPressKey(event)) change(false);
    });
    return () => {
      listeners.abort();
      change(false);
    };
  };
}
