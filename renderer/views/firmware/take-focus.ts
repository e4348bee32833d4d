/** Gives the focus to what comes in place of the button that was pressed, so that the keyboard stays in the dialog. */

import type { Attachment } from 'svelte/attachments';

export const takeFocus: Attachment<HTMLElement> = (element) => element.focus();
