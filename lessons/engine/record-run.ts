/** Plays the program that a device has loaded once, from its start to its end, and records it. Plans and judges nothing. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Device } from '#interpreter/device/device.ts';
import { type RecordEvidenceOptions, recordEvidence } from '#interpreter/device/evidence-recorder.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';

/** The part of AbortSignal that is needed; an AbortSignal fits. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type RunErrorCode = 'cancelled' | 'no-virtual-time';

export interface RecordRunOptions {
  readonly signal?: CancelSignal;
  /** Told before the program starts how to stop it; what it answers is disposed at the end. */
  readonly begin?: (stop: () => void) => Disposable;
}

/** @throws PinlabError `cancelled` when the signal fires, and whatever the device rejects or faults with. */
export async function recordRun(
  device: Device,
  record: RecordEvidenceOptions,
  { signal, begin }: RecordRunOptions,
): Promise<Evidence> {
  if (signal?.aborted) throw cancelled();
  const recording = recordEvidence(device, record);
  // A stop that fails shows as the run's own fault.
  const stop = (): void => void device.stop().catch(() => undefined);
  const begun = begin?.(stop);
  signal?.addEventListener('abort', stop);
  try {
    const result = await device.run();
    if (signal?.aborted) throw cancelled();
    if (result.error) throw result.error;
    return recording.finish(result);
  } finally {
    begun?.dispose();
    signal?.removeEventListener('abort', stop);
    recording.dispose();
  }
}

export function cancelled(): PinlabError<RunErrorCode> {
  return new PinlabError<RunErrorCode>('cancelled', 'The check was stopped.');
}
