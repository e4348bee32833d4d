/** Text whose characters stand for one byte each (Latin-1), which is what a REPL works on; and its way to and from bytes. */

export type ByteText = string;

export const CTRL_A = 1;
export const CTRL_B = 2;
export const CTRL_C = 3;
export const CTRL_D = 4;
export const CTRL_E = 5;
/** Ends each part of a raw REPL's answer. */
export const END = '\x04';

export function toBytes(text: ByteText): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function fromBytes(bytes: Uint8Array): ByteText {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** What UTF-8 makes of the bytes. */
export function decodeText(text: ByteText): string {
  return new TextDecoder().decode(toBytes(text));
}

export function encodeText(text: string): ByteText {
  return fromBytes(new TextEncoder().encode(text));
}

/** Lines end in CR LF on the wire. */
export function cooked(text: ByteText): ByteText {
  return text.replaceAll('\n', '\r\n');
}
