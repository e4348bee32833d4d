/**
 * Messages as bytes, for walls that carry only those: JSON, with byte arrays beside it as they are. Knows no channel.
 *
 * A frame is the length of the JSON (4 bytes, little-endian), the JSON, and then the byte arrays one after another. In the JSON, a
 * byte array is the text `\0` + its length; other texts that begin with `\0` are written with one more in front.
 */

const MARK = '\0';
const LENGTH_BYTES = 4;

/** Plain data and byte arrays; what is undefined in an object is left out. */
export function encodeFrame(message: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Uint8Array[] = [];
  const json = JSON.stringify(message, function (this: Record<string, unknown>, key: string, value: unknown) {
    // Node's Buffer would already be spelled out as numbers in `value`.
    const original = this[key];
    if (original instanceof Uint8Array) {
      arrays.push(original);
      return `${MARK}${original.length}`;
    }
    return typeof value === 'string' && value.startsWith(MARK) ? MARK + value : value;
  });
  const head = new TextEncoder().encode(json);
  const size = arrays.reduce((sum, { length }) => sum + length, LENGTH_BYTES + head.length);
  const frame = new Uint8Array(size);
  new DataView(frame.buffer).setUint32(0, head.length, true);
  let at = LENGTH_BYTES;
  for (const piece of [head, ...arrays]) {
    frame.set(piece, at);
    at += piece.length;
  }
  return frame;
}

/** @throws where the bytes are no frame */
export function decodeFrame(frame: Uint8Array): unknown {
  const headLength = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0, true);
  let at = LENGTH_BYTES + headLength;
  const json = new TextDecoder().decode(frame.subarray(LENGTH_BYTES, at));
  // JSON.parse visits values in the order in which JSON.stringify wrote them: arrays and plain objects from first to last.
  return JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith(MARK)) return value;
    if (value.startsWith(MARK + MARK)) return value.slice(MARK.length);
    const length = Number(value.slice(MARK.length));
    if (!Number.isInteger(length) || at + length > frame.length) throw new Error('The frame is cut off.');
    at += length;
    return frame.slice(at - length, at);
  });
}
