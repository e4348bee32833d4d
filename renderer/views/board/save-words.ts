/** What saving on a board does, in words; undefined where it does nothing, or asks. */

import { t } from '../../i18n/t.ts';
import type { SaveState } from '../../state/board-save.svelte.ts';

export function saveWords(state: SaveState): string | undefined {
  if (state.kind === 'comparing') return t('boardSave.comparing');
  if (state.kind !== 'saving') return undefined;
  return state.name === '' ? t('boardSave.saving') : t('boardSave.savingFile', { file: state.name });
}
