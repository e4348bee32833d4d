/** What can go wrong with a transport. The union of codes is closed (transport.ts). */

import { PinlabError } from '../errors/pinlab-error.ts';
import type { TransportErrorCode } from './transport.ts';

export class TransportError extends PinlabError<TransportErrorCode> {
  override readonly name = 'TransportError';
}
