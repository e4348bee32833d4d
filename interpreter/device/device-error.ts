/** What can go wrong with a device. The union is closed; `ADVICE` says what to tell the user. */

import { PinlabError } from '#common/errors/pinlab-error.ts';

export type DeviceErrorCode =
  | 'not-open'
  | 'busy'
  | 'no-program'
  | 'bad-diagram'
  | 'unknown-control'
  | 'interpreter-crashed'
  | 'link-lost'
  | 'disposed';

export const ADVICE: Readonly<Record<DeviceErrorCode, string>> = {
  'not-open': 'Open the device first.',
  busy: 'A program is running. Stop it first.',
  'no-program': 'There is no main.py to run. Write a program first.',
  'bad-diagram': 'The wiring has a mistake. Mend what is listed, then run again.',
  'unknown-control': 'No part has a control of that name. Look at the names on the bench.',
  'interpreter-crashed': 'The simulated board crashed and was restarted. Your files are safe; run again.',
  'link-lost': 'The board was unplugged. Plug it in again.',
  disposed: 'This device was closed. Choose a device again.',
};

export class DeviceError extends PinlabError<DeviceErrorCode> {
  override readonly name = 'DeviceError';
}
