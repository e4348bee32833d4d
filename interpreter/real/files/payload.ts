/**
 * A file's bytes as the Python literals that carry them over the link, in the shortest way that the board understands: deflated or
 * not, as Base64 or as a bytes literal. Knows no protocol and no paths.
 */

import type { BoardFeature } from '../../device/link.ts';
import { toBase64 } from './base64.ts';
import { deflate } from './deflate.ts';

/** Characters of a literal, at most. A board holds it twice while it decodes. */
const PIECE_CHARACTERS = 2048;
const BASE64_BYTES = (PIECE_CHARACTERS / 4) * 3;

export interface Payload {
  /** Whether the board has to inflate what the pieces hold. */
  readonly deflated: boolean;
  /** Bytes that the pieces hold together. */
  readonly size: number;
  /** Python literals: `'…'` holds Base64, `b'…'` the bytes themselves. */
  readonly pieces: readonly string[];
}

/** @param mayDeflate false where the board has no room for the deflated file beside the old and the new one. */
export function createPayload(
  bytes: Uint8Array,
  features: ReadonlySet<BoardFeature>,
  mayDeflate = true,
): Payload {
  const contents = [{ deflated: false, bytes }];
  if (mayDeflate && features.has('deflate') && bytes.length > 0)
    contents.push({ deflated: true, bytes: deflate(bytes) });
  const ways = features.has('binascii') ? [inBase64, inBytesLiterals] : [inBytesLiterals];
  const candidates = contents.flatMap(({ deflated, bytes: content }) =>
    ways.map((way): Payload => ({ deflated, size: content.length, pieces: way(content) })),
  );
  return candidates.reduce((best, next) => (lengthOf(next) < lengthOf(best) ? next : best));
}

/** Characters of all pieces. */
export function lengthOf({ pieces }: Payload): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function inBase64(bytes: Uint8Array): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += BASE64_BYTES)
    pieces.push(`'${toBase64(bytes.subarray(at, at + BASE64_BYTES))}'`);
  return pieces;
}

function inBytesLiterals(bytes: Uint8Array): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const byte of bytes) {
    const text = BYTE_TEXTS[byte] ?? '';
    if (piece.length + text.length > PIECE_CHARACTERS) {
      pieces.push(`b'${piece}'`);
      piece = '';
    }
    piece += text;
  }
  return piece === '' ? pieces : [...pieces, `b'${piece}'`];
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
};
/** How each byte is written in a bytes literal. Control bytes are commands of the raw REPL and never sent as they are. */
const BYTE_TEXTS: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (byte >= 0x20 && byte < 0x7f) return SHORT_ESCAPES[character] ?? character;
  return SHORT_ESCAPES[character] ?? `\\x${byte.toString(16).padStart(2, '0')}`;
});
