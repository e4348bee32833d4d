/** What the serialport package's words mean. Its errors have no codes: the words are the system's, the same in every language. */

import type { TransportErrorCode } from '#common/transport/transport.ts';

const MEANINGS: readonly (readonly [RegExp, TransportErrorCode])[] = [
  [/permission denied|operation not permitted/i, 'permission-denied'],
  [/cannot lock port|resource (temporarily unavailable|busy)|device or resource busy/i, 'busy'],
  [/no such (file|device)|file not found|not a typewriter|inappropriate ioctl/i, 'not-found'],
];

/** Windows refuses a port that another program has open with the same words as a forbidden one, and only the first ever happens. */
const WINDOWS: readonly (readonly [RegExp, TransportErrorCode])[] = [[/access denied/i, 'busy'], ...MEANINGS];

/** Undefined where the words are unknown. */
export function serialErrorCode(error: Error, platform: string): TransportErrorCode | undefined {
  const meanings = platform === 'win32' ? WINDOWS : MEANINGS;
  return meanings.find(([words]) => words.test(error.message))?.[1];
}

/** A port that has no DTR and RTS, such as a pseudo-terminal. */
export function hasNoLines({ message }: Error): boolean {
  return /inappropriate ioctl|invalid argument|not supported|function not implemented/i.test(message);
}
