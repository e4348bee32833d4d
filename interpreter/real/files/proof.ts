/**
 * How it is proven that a file on the board holds what it should: the board and we hash the same bytes. Boards without hashlib
 * answer with a CRC-32, which finds damage of a line, but is no SHA-256.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { BoardFeature } from '../../device/link.ts';

export interface Proof {
  /** Python that defines `H(p, n)`: hash of the content of file `p`, followed by the text `n`. */
  readonly python: string;
  /** What `H` answers for that content. */
  of(content: Uint8Array, name?: string): string;
}

/** Reads a file piece by piece; `{…}` are what differs. */
function hasher(imports: string, start: string, update: (bytes: string) => string, end: string): string {
  return `${imports}
def H(p,n=''):
 s=${start};b=bytearray(512);m=memoryview(b)
 with open(p,'rb') as f:
  while 1:
   k=f.readinto(b)
   if not k:break
   ${update('m[:k]')}
 ${update('n.encode()')}
 return ${end}
`;
}

const SHA_256: Proof = {
  python: hasher(
    'from hashlib import sha256',
    'sha256()',
    (bytes) => `s.update(${bytes})`,
    "''.join(['%02x'%x for x in s.digest()])",
  ),
  of: (content, name = '') => bytesToHex(sha256(followedBy(content, name))),
};

const CRC_32: Proof = {
  python: hasher(
    `try:from binascii import crc32
except Exception:
 def crc32(b,c):
  c^=0xffffffff
  for x in b:
   c^=x
   for _ in range(8):c=c>>1^(0xedb88320 if c&1 else 0)
  return c^0xffffffff`,
    '0',
    (bytes) => `s=crc32(${bytes},s)`,
    "'%08x'%s",
  ),
  of: (content, name = '') => crc32(followedBy(content, name)).toString(16).padStart(8, '0'),
};

export function proofFor(features: ReadonlySet<BoardFeature>): Proof {
  return features.has('hashlib') ? SHA_256 : CRC_32;
}

/** SHA-256 in hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return SHA_256.of(bytes);
}

function followedBy(content: Uint8Array, name: string): Uint8Array {
  const tail = new TextEncoder().encode(name);
  const whole = new Uint8Array(content.length + tail.length);
  whole.set(content);
  whole.set(tail, content.length);
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
