/**
 * Python code and answers that say themselves whether they arrived as they were sent: a serial line has no such check. Code whose
 * checksum is wrong is not run, so that no garbled path is ever removed or renamed. Knows nothing of files.
 */

import type { BoardFeature } from '../../device/link.ts';
import { toBase64 } from './base64.ts';
import { deflate, WINDOW_BITS } from './deflate.ts';

/** Where sealed code leaves what later code uses; nothing else of a person's globals is touched. */
export const NAMESPACE = '_files';
const END = '=';

/** Lines that the code prints go through `P`, which counts them into the checksum that ends the answer. */
const PRINTER = `_c=0
def P(*a):
 global _c
 s=' '.join([str(x) for x in a]);_c=(_c*31+sum(s.encode()))&0xffffff;print(s)
`;

/**
 * @param code ASCII, without three single quotes in a row.
 * @param features what the board offers to make it shorter on the line.
 */
export function sealed(code: string, features: ReadonlySet<BoardFeature>): string {
  const whole = `${PRINTER}${code}\nprint('${END}',_c)`;
  const shorter = features.has('deflate') && features.has('binascii');
  return (
    `${shorter ? deflated(whole) : `_k=r'''${whole}'''\n`}_c=0\n` +
    "for _s in _k.split('\\n'):_c=(_c*31+sum(_s.encode()))&0xffffff\n" +
    `${NAMESPACE}={'print':print}\nif _c==${checksum(whole.split('\n'))}:exec(_k,${NAMESPACE})\ndel _k,_c,_s\n`
  );
}

function deflated(code: string): string {
  const bytes = deflate(new TextEncoder().encode(code));
  return (
    `import deflate as _d,io as _i,binascii as _b\n_k=_b.a2b_base64('${toBase64(bytes)}')\n` +
    `_k=_d.DeflateIO(_i.BytesIO(_k),_d.RAW,${WINDOW_BITS}).read().decode()\ndel _d,_i,_b\n`
  );
}

/** Removes what sealed code has left. */
export const FORGET = `del ${NAMESPACE}\n`;

export interface SealedAnswer {
  readonly lines: readonly string[];
  /** What was printed after the sealed code, by code that followed it. */
  readonly rest: readonly string[];
}

/** What sealed code printed; undefined where the code was not run, or where its answer is not what it printed. */
export function readSealed(text: string): SealedAnswer | undefined {
  const all = linesOf(text);
  const end = all.findIndex((line) => line.startsWith(`${END} `));
  if (end < 0) return undefined;
  const lines = all.slice(0, end);
  return all[end] === `${END} ${checksum(lines)}` ? { lines, rest: all.slice(end + 1) } : undefined;
}

export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

function checksum(lines: readonly string[]): number {
  const encoder = new TextEncoder();
  return lines.reduce(
    (sum, line) => (sum * 31 + encoder.encode(line).reduce((total, byte) => total + byte, 0)) & 0xffffff,
    0,
  );
}
