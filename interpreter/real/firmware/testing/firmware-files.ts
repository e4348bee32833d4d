/** Makes firmware files for tests, byte by byte as the formats say. */

export interface Uf2Part {
  readonly family?: number;
  readonly content: string | Uint8Array;
  /** Number of blocks that each block names, where it is not the truth. */
  readonly count?: number;
  readonly flags?: number;
}

const PAYLOAD = 256;

export function makeUf2(parts: readonly Uf2Part[]): Uint8Array {
  const blocks = parts.flatMap(({ family, content, count, flags = 0 }) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const total = Math.max(1, Math.ceil(bytes.length / PAYLOAD));
    return Array.from({ length: total }, (_, number) => {
      const block = new Uint8Array(512);
      const view = new DataView(block.buffer);
      const words = [
        0x0a32_4655,
        0x9e5d_5157,
        flags | (family === undefined ? 0 : 0x2000),
        0x1000_0000 + number * PAYLOAD,
        PAYLOAD,
        number,
        count ?? total,
        family ?? 0,
      ];
      words.forEach((word, index) => view.setUint32(4 * index, word, true));
      block.set(bytes.subarray(number * PAYLOAD, (number + 1) * PAYLOAD), 32);
      view.setUint32(508, 0x0ab1_6f30, true);
      return block;
    });
  });
  return Uint8Array.from(blocks.flatMap((block) => [...block]));
}

/** The block that RP2350 files begin with because of an erratum. */
export const ERRATUM_BLOCK: Uf2Part = {
  family: 0xe48b_ff57,
  content: new Uint8Array(PAYLOAD).fill(0xef),
  count: 2,
};

export interface EspImageOptions {
  readonly chipId: number;
  readonly size?: number;
  readonly words?: string;
}

/** The head of an image, then words, then 0xff. */
export function makeEspImage({ chipId, size = 80 * 1024, words = '' }: EspImageOptions): Uint8Array {
  const bytes = new Uint8Array(size).fill(0xff);
  bytes.set([0xe9, 3, 2, 0x20, 0, 0x10, 8, 0x40, 0xee, 0, 0, 0, chipId & 0xff, chipId >> 8]);
  bytes.fill(0, 14, 24);
  bytes.set(new TextEncoder().encode(words), 4096);
  return bytes;
}

/** An ESP8266 image has the address and size of its first segment behind the short head. */
export function makeEsp8266Image(size = 80 * 1024): Uint8Array {
  const bytes = new Uint8Array(size).fill(0xff);
  bytes.set([0xe9, 1, 0, 0x40, 0, 0, 0x10, 0x40, 0, 0, 0x10, 0x40, 0x30, 0x08, 0, 0]);
  return bytes;
}
