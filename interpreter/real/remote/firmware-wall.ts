/** The wall between the page and the process that installs firmware: what each side may call on the other. Everything is plain data. */

import type { FirmwareInstaller, FirmwareProgress } from '../../device/firmware.ts';

/** What the page may ask of the side with the installer. Each call means the installer's method of that name. */
export type FirmwareSide = Pick<FirmwareInstaller, 'inspect' | 'targets' | 'install' | 'cancel'>;

/** What the side with the installer tells the page. */
export interface FirmwarePageSide {
  /** Of what this page began, in order. */
  progressed(progress: FirmwareProgress): void;
}
