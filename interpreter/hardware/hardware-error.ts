/** A mistake that real MicroPython reports as an exception. The Python bridge raises `pythonType` with this message. */

import { PinlabError } from '#common/errors/pinlab-error.ts';

export type PythonExceptionType = 'ValueError' | 'OSError' | 'TypeError' | 'RuntimeError';

export class HardwareError extends PinlabError<'hardware-error'> {
  override readonly name = 'HardwareError';
  readonly pythonType: PythonExceptionType;
  /** Number for `OSError`, such as 110 for a timeout. */
  readonly errno?: number;

  constructor(pythonType: PythonExceptionType, message: string, errno?: number) {
    super('hardware-error', message);
    this.pythonType = pythonType;
    this.errno = errno;
  }
}
