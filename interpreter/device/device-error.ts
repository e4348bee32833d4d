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
  | 'disposed'
  | 'port-not-found'
  | 'port-busy'
  | 'permission-denied'
  | 'no-answer'
  | 'not-micropython'
  | 'program-does-not-stop'
  | 'cancelled'
  | 'protocol'
  | 'storage-full'
  | 'storage-read-only'
  | 'storage-failed'
  | 'file-not-found'
  | 'exists'
  | 'bad-path'
  | 'not-verified';

export const ADVICE: Readonly<Record<DeviceErrorCode, string>> = {
  'not-open': 'Open the device first.',
  busy: 'A program is running. Stop it first.',
  'no-program': 'There is no main.py to run. Write a program first.',
  'bad-diagram': 'The wiring has a mistake. Mend what is listed, then run again.',
  'unknown-control': 'No part has a control of that name. Look at the names on the bench.',
  'interpreter-crashed': 'The simulated board crashed and was restarted. Your files are safe; run again.',
  'link-lost': 'The board was unplugged. Plug it in again.',
  disposed: 'This device was closed. Choose a device again.',
  'port-not-found': 'There is no such port any more. Plug the board in and choose it again.',
  'port-busy': 'Another program uses the port. Close other editors and serial monitors, then try again.',
  'permission-denied': 'This account may not use the port. Allow it, then try again.',
  'no-answer': 'The board does not answer. Press its RESET button, or unplug it and plug it in again.',
  'not-micropython': 'Something answers, but it is not MicroPython. Install MicroPython on the board first.',
  'program-does-not-stop':
    'The program on the board does not let itself be stopped. Press RESET on the board, or unplug it and plug it in again.',
  cancelled: 'Cancelled. Nothing was left half done.',
  protocol:
    'The board answered with something unexpected. Try again; if it stays, unplug it and plug it in again.',
  'storage-full': 'There is not enough room on the board. Delete files there, then save again.',
  'storage-read-only': 'The files on the board cannot be changed: they are mounted read-only.',
  'storage-failed': 'The board could not do this with its files. The old files are as they were.',
  'file-not-found': 'There is no such file on the board. Refresh the list.',
  exists: 'There is something of that name already. Choose another name.',
  'bad-path': 'This is no path on a board. Write one such as /main.py or /lib/pump.py.',
  'not-verified': 'What arrived on the board is not what was sent; the old file is still there. Save again.',
};

export class DeviceError extends PinlabError<DeviceErrorCode> {
  override readonly name = 'DeviceError';
}

/** The error with its advice as the message, or with a message of its own. */
export function deviceError(code: DeviceErrorCode, message: string = ADVICE[code]): DeviceError {
  return new DeviceError(code, message);
}
