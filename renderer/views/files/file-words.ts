/** How sizes and work on files are said. Knows the language in force. */

import { formatNumber, t } from '../../i18n/t.ts';
import type { FolderWork } from '../../state/board-folder.svelte.ts';
import { nameOf } from '../../state/board-tree.ts';

const KILO = 1024;

export function sizeWords(bytes: number): string {
  if (bytes < KILO) return t('files.bytes', { value: formatNumber(bytes, { most: 0 }) });
  const kilobytes = bytes / KILO;
  if (kilobytes < KILO) return t('files.kilobytes', { value: decimals(kilobytes) });
  return t('files.megabytes', { value: decimals(kilobytes / KILO) });
}

function decimals(value: number): string {
  return formatNumber(value, { most: value < 10 ? 1 : 0 });
}

export function workWords({ kind, path }: FolderWork): string {
  return kind === 'listing' ? t('files.listing') : t(`files.${kind}`, { name: nameOf(path) });
}
