/** From what a transport says to what a person is told. Hints that depend on the system are already in `problems`: they stay. */

import type { TransportErrorCode } from '#common/transport/transport.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import { ADVICE, DeviceError, type DeviceErrorCode } from '../device/device-error.ts';

const CODES: Readonly<Record<TransportErrorCode, DeviceErrorCode>> = {
  'not-found': 'port-not-found',
  busy: 'port-busy',
  'permission-denied': 'permission-denied',
  'not-open': 'link-lost',
  'write-failed': 'link-lost',
  disconnected: 'link-lost',
};

/** Any error as a DeviceError. */
export function toDeviceError(error: unknown): DeviceError {
  if (error instanceof DeviceError) return error;
  if (error instanceof TransportError) {
    const code = CODES[error.code];
    return new DeviceError(code, ADVICE[code], { problems: error.problems, cause: error });
  }
  const words = error instanceof Error ? error.message : String(error);
  return new DeviceError('protocol', `${ADVICE.protocol} (${words})`, { cause: error });
}
