/**
 * Bytes as strings whose characters are the bytes (0 to 255): what is searched for on a link is found with string functions and
 * patterns. Knows no protocol.
 */

/** At most so many arguments are passed to one call. */
const PIECE = 8192;

export function fromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

export function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Text in UTF-8, as such a string. */
export function encodeText(text: string): string {
  return fromBytes(new TextEncoder().encode(text));
}

/** The text of such a string; what is no UTF-8 becomes U+FFFD. */
export function decodeText(binary: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(toBytes(binary));
}

/** Decodes text that comes in pieces, which may end within a character. */
export class TextPieces {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  take(binary: string): string {
    return binary === '' ? '' : this.#decoder.decode(toBytes(binary), { stream: true });
  }

  /** What is left of a character that never ended. */
  end(): string {
    return this.#decoder.decode();
  }
}
