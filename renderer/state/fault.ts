/** What went wrong with a device or its firmware, in words for the learner: what it means, what to do, and what exactly was said. */

import type { Problem } from '#common/errors/problem.ts';
import { ADVICE, DeviceError, type DeviceErrorCode } from '#interpreter/device/device-error.ts';
import { FIRMWARE_ADVICE, FirmwareError, type FirmwareErrorCode } from '#interpreter/device/firmware.ts';
import { t } from '../i18n/t.ts';

export interface Fault {
  readonly code: DeviceErrorCode | FirmwareErrorCode | 'unknown';
  readonly message: string;
  /** What the learner can do about it. Absent where the message says it already. */
  readonly advice?: string;
  /** The device's own words, in English, where they say more than the message. */
  readonly detail?: string;
  /** What is wrong on this computer in particular, with what to do about it. */
  readonly problems: readonly Problem[];
}

export function describeFault(error: unknown): Fault {
  if (error instanceof FirmwareError) {
    const { code, message, problems } = error;
    return withDetail(
      { code, message: t(`firmwareFault.${code}`), problems },
      message,
      FIRMWARE_ADVICE[code],
    );
  }
  if (error instanceof DeviceError) {
    const { code, message, problems } = error;
    const words = { code, message: t(`fault.${code}`), advice: t(`faultTry.${code}`), problems };
    return withDetail(words, message, ADVICE[code]);
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unknown', message, problems: [] };
}

/** @param usual what every error of this code says */
function withDetail(fault: Fault, said: string, usual: string): Fault {
  return said === usual ? fault : { ...fault, detail: said };
}
