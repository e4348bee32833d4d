/** The speeds that the toolbar offers, and how they are written. */

import type { Speed } from '#interpreter/device/capability.ts';
import { t } from '../../i18n/t.ts';

export const SPEEDS: readonly Speed[] = [0.1, 0.25, 0.5, 1, 2, 5, 10, 50, 100, 'max'];

export function speedKey(speed: Speed): string {
  return String(speed);
}

/** The offered speed for a key; real time where the key is unknown. */
export function speedOf(key: string): Speed {
  return SPEEDS.find((speed) => speedKey(speed) === key) ?? 1;
}

export function speedLabel(speed: Speed): string {
  return speed === 'max' ? t('speed.max') : t('speed.times', { factor: String(speed) });
}

export function speedDetail(speed: Speed): string | undefined {
  if (speed === 'max') return t('speed.maxDetail');
  if (speed === 1) return t('speed.realTime');
  return undefined;
}
