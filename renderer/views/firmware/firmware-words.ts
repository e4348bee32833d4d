/** Firmware files, the boards that they can go to and the steps of installing, in words. Knows the language in force. */

import type {
  FirmwareChip,
  FirmwareFile,
  FirmwareProgress,
  FirmwareTarget,
} from '#interpreter/device/firmware.ts';
import { locale, t } from '../../i18n/t.ts';
import { sizeWords } from '../files/file-words.ts';

export function chipWords(chips: readonly FirmwareChip[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(chips);
}

export function fileTitle({ version }: FirmwareFile): string {
  return version === undefined ? t('firmware.notMicroPython') : t('firmware.version', { version });
}

/** Which board it is for, as far as the file says. */
export function fileBoard({ board, chips }: FirmwareFile): string | undefined {
  if (board !== undefined) return t('firmware.forBoard', { board });
  return chips.length > 0 ? t('firmware.forBoard', { board: chipWords(chips) }) : undefined;
}

export function fileDetail({ name, size }: FirmwareFile): string {
  return `${name} · ${sizeWords(size)}`;
}

export function targetTitle({ kind, name, chips }: FirmwareTarget): string {
  return kind === 'uf2' && chips.length > 0 ? t('firmware.inBootloader', { chips: chipWords(chips) }) : name;
}

export function stepWords({ step, done, total }: FirmwareProgress): string {
  if (step !== 'writing') return t(`firmwareStep.${step}`);
  const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
  return t('firmwareStep.writing', { percent: String(percent) });
}
