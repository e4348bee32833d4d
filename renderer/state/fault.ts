/** What went wrong with a device, in words for the learner. */

import { ADVICE, DeviceError } from '#interpreter/device/device-error.ts';

export interface Fault {
  readonly code: string;
  readonly message: string;
  /** What the learner can do about it. Absent where the message says it already. */
  readonly advice?: string;
}

export function describeFault(error: unknown): Fault {
  if (!(error instanceof DeviceError)) {
    return { code: 'unknown', message: error instanceof Error ? error.message : String(error) };
  }
  const { code, message } = error;
  const advice = ADVICE[code];
  return message.includes(advice) ? { code, message } : { code, message, advice };
}
