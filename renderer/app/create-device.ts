/** Makes the simulated board of this page. */

import type { Device } from '#interpreter/device/device.ts';
import { MemoryDevice } from '#interpreter/device/memory-device.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';

export function createDevice(_diagram: Diagram): Device {
  return new MemoryDevice();
}
