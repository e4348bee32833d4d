/** Plays one planned scenario on a device and gives back the evidence. Judges nothing; the device belongs to the caller. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import { STIMULUS, VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { Device, ProgramFiles } from '#interpreter/device/device.ts';
import { recordEvidence } from '#interpreter/device/evidence-recorder.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import type { ScenarioPlan } from './plan-scenario.ts';

/** Makes a closed device for a diagram. The caller owns the device and disposes it. */
export type CreateDevice = (diagram: Diagram) => Device;

/** The part of AbortSignal that is needed; an AbortSignal fits. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type RunErrorCode = 'cancelled' | 'no-virtual-time';

/**
 * Runs `files` through `plan` at full speed on an open, idle device.
 * @throws PinlabError `cancelled` when the signal fires, `no-virtual-time` where the device cannot play scenarios,
 * and whatever the device rejects or faults with.
 */
export async function runScenario(
  plan: ScenarioPlan,
  files: ProgramFiles,
  device: Device,
  signal?: CancelSignal,
): Promise<Evidence> {
  const time = device.capability(VIRTUAL_TIME);
  const stimulus = device.capability(STIMULUS);
  if (!time || !stimulus) {
    const message =
      'This board cannot play scenarios, since its time cannot be set. Check with the simulated board.';
    throw new PinlabError<RunErrorCode>('no-virtual-time', message);
  }
  time.limit = plan.scenario.length;
  time.seed = plan.seed;
  time.setSpeed('max');
  stimulus.plan(plan.stimuli);
  await device.load(files);
  if (signal?.aborted) throw cancelled();
  const recording = recordEvidence(device, { source: files, stimuli: plan.stimuli });
  // A stop that fails shows as the run's own fault.
  const stop = (): void => void device.stop().catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    const result = await device.run();
    if (signal?.aborted) throw cancelled();
    if (result.error) throw result.error;
    return recording.finish(result);
  } finally {
    signal?.removeEventListener('abort', stop);
    recording.dispose();
  }
}

export function cancelled(): PinlabError<RunErrorCode> {
  return new PinlabError<RunErrorCode>('cancelled', 'The check was stopped.');
}
