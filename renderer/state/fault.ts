/** What went wrong with a device, in words for the learner: what it means, what to do, and what exactly was said. */

import type { Problem } from '#common/errors/problem.ts';
import { ADVICE, DeviceError, type DeviceErrorCode } from '#interpreter/device/device-error.ts';
import { t } from '../i18n/t.ts';

export interface Fault {
  readonly code: DeviceErrorCode | 'unknown';
  readonly message: string;
  /** What the learner can do about it. Absent where the message says it already. */
  readonly advice?: string;
  /** The device's own words, in English, where they say more than the message. */
  readonly detail?: string;
  /** What is wrong on this computer in particular, with what to do about it. */
  readonly problems: readonly Problem[];
}

export function describeFault(error: unknown): Fault {
  if (!(error instanceof DeviceError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: 'unknown', message, problems: [] };
  }
  const { code, message, problems } = error;
  const words = { code, message: t(`fault.${code}`), advice: t(`faultTry.${code}`), problems };
  return message === ADVICE[code] ? words : { ...words, detail: message };
}
