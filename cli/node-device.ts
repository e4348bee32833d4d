/** The simulated board in a worker thread of this process. */

import { DeviceError } from '#interpreter/device/device-error.ts';
import type { Device } from '#interpreter/device/device.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';

export function createNodeDevice(diagram: Diagram): Device {
  throw new DeviceError('interpreter-crashed', `The simulated ${diagram.board} cannot run yet.`);
}
