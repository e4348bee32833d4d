/**
 * UF2 files: blocks of 512 bytes, each with its own address, so that a bootloader can take them from a drive. Proves that a file is
 * whole and says which chips it is for. Knows no drives. Format: https://github.com/microsoft/uf2.
 */

import { type FirmwareChip, type FirmwareFile, firmwareError } from '../../device/firmware.ts';
import { readWords } from './firmware-words.ts';

const BLOCK = 512;
const MAGIC_START_0 = 0x0a32_4655;
const MAGIC_START_1 = 0x9e5d_5157;
const MAGIC_END = 0x0ab1_6f30;
const HEADER = 32;
const LARGEST_PAYLOAD = 476;

const FLAG_NOT_FLASH = 0x0000_0001;
const FLAG_FAMILY = 0x0000_2000;

/** Family ids of the boot ROMs of Raspberry Pi's chips. */
const FAMILY = {
  rp2040: 0xe48b_ff56,
  /** Blocks whose address is taken as it is. RP2350 files may begin with one such block, which is there for an erratum only. */
  absolute: 0xe48b_ff57,
  rp2350Arm: 0xe48b_ff59,
  rp2350RiscV: 0xe48b_ff5a,
  rp2350ArmNonSecure: 0xe48b_ff5b,
} as const;

const CHIP_OF: ReadonlyMap<number, FirmwareChip> = new Map([
  [FAMILY.rp2040, 'RP2040'],
  [FAMILY.absolute, 'RP2350'],
  [FAMILY.rp2350Arm, 'RP2350'],
  [FAMILY.rp2350RiscV, 'RP2350'],
  [FAMILY.rp2350ArmNonSecure, 'RP2350'],
]);

interface Block {
  readonly flags: number;
  readonly number: number;
  readonly count: number;
  /** Undefined where the file names none. */
  readonly family: number | undefined;
  readonly payload: Uint8Array;
}

/** Whether the file begins as a UF2 file does. */
export function looksLikeUf2(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  const view = viewOf(bytes);
  return view.getUint32(0, true) === MAGIC_START_0 && view.getUint32(4, true) === MAGIC_START_1;
}

/** Throws a FirmwareError where the file is none, or not whole. */
export function readUf2(bytes: Uint8Array, name: string): FirmwareFile {
  if (!looksLikeUf2(bytes)) throw firmwareError('not-firmware', `${name} is no UF2 file.`);
  if (bytes.length % BLOCK !== 0)
    throw firmwareError(
      'truncated',
      `${name} ends in the middle of a block: a part of it is missing. Download it again.`,
    );
  const blocks = readBlocks(bytes, name);
  const families = groupByFamily(blocks);
  for (const group of families.values()) proveWhole(group, name);
  const words = readWords(contentOf(blocks));
  return { name, kind: 'uf2', size: bytes.length, chips: chipsOf([...families.keys()]), ...words };
}

function readBlocks(bytes: Uint8Array, name: string): readonly Block[] {
  const view = viewOf(bytes);
  const blocks: Block[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const word = (index: number): number => view.getUint32(at + 4 * index, true);
    const size = word(4);
    const isBlock =
      word(0) === MAGIC_START_0 &&
      word(1) === MAGIC_START_1 &&
      view.getUint32(at + BLOCK - 4, true) === MAGIC_END &&
      size <= LARGEST_PAYLOAD;
    if (!isBlock)
      throw firmwareError(
        'truncated',
        `Block ${at / BLOCK + 1} of ${name} is damaged. Download the file again.`,
      );
    const flags = word(2);
    const family = (flags & FLAG_FAMILY) === 0 ? undefined : word(7);
    const payload = bytes.subarray(at + HEADER, at + HEADER + size);
    blocks.push({ flags, number: word(5), count: word(6), family, payload });
  }
  return blocks;
}

/** Blocks that are written to flash, by family. A family is numbered on its own. */
function groupByFamily(blocks: readonly Block[]): Map<number | undefined, Block[]> {
  const groups = new Map<number | undefined, Block[]>();
  for (const block of blocks) {
    if ((block.flags & FLAG_NOT_FLASH) !== 0) continue;
    const group = groups.get(block.family) ?? [];
    group.push(block);
    groups.set(block.family, group);
  }
  return groups;
}

function proveWhole(group: readonly Block[], name: string): void {
  const [first] = group;
  // The block for the erratum says that there are two of it, so that no boot ROM ever counts it as whole.
  if (!first || (first.family === FAMILY.absolute && group.length === 1 && first.count === 2)) return;
  const numbers = new Set(group.map(({ number }) => number));
  const missing = Array.from({ length: first.count }, (_, number) => number).filter(
    (number) => !numbers.has(number),
  );
  if (missing.length === 0 && numbers.size === first.count) return;
  const message = `${name} has ${numbers.size} of ${first.count} blocks: a part of it is missing. Download it again.`;
  throw firmwareError('truncated', message);
}

/** The family of the erratum's block says nothing beside another one. */
function chipsOf(families: readonly (number | undefined)[]): readonly FirmwareChip[] {
  const telling = families.filter((family) => family !== FAMILY.absolute);
  const chips = (telling.length > 0 ? telling : families).map((family) =>
    family === undefined ? undefined : CHIP_OF.get(family),
  );
  return [...new Set(chips)].filter((chip) => chip !== undefined);
}

/** The payloads behind each other: words that run from one block into the next stay whole. */
function contentOf(blocks: readonly Block[]): Uint8Array {
  const content = new Uint8Array(blocks.reduce((sum, { payload }) => sum + payload.length, 0));
  let at = 0;
  for (const { payload } of blocks) {
    content.set(payload, at);
    at += payload.length;
  }
  return content;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
