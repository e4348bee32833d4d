/** Plays one planned scenario on a device and gives back the evidence. Judges nothing; the device belongs to the caller. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import { STIMULUS, VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { Device, ProgramFiles } from '#interpreter/device/device.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import type { ScenarioPlan } from './plan-scenario.ts';
import { type CancelSignal, recordRun, type RunErrorCode } from './record-run.ts';

/** Makes a closed device for a diagram. The caller owns the device and disposes it. */
export type CreateDevice = (diagram: Diagram) => Device;

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
  return recordRun(device, { source: files, stimuli: plan.stimuli }, { signal });
}
