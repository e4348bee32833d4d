/**
 * The boot ROM of an Espressif chip as the other end of a FakeTransport: SLIP packets, the commands that a flasher needs, and the flasher
 * that it loads into memory. Follows "Serial Protocol" in Espressif's esptool documentation. For tests.
 */

import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { FakePeer } from '#common/transport/fake-transport.ts';

const END = 0xc0;
const ESCAPE = 0xdb;

const OP = {
  memoryEnd: 0x06,
  sync: 0x08,
  readRegister: 0x0a,
  deflatedBegin: 0x10,
  deflatedData: 0x11,
  md5: 0x13,
  securityInfo: 0x14,
  eraseFlash: 0xd0,
} as const;

export interface FakeRomOptions {
  /** Answered in the security info; undefined: the chip is too old for that command, such as an ESP32. */
  readonly chipId?: number;
  /** Register of the chip's magic number. */
  readonly magic?: number;
  /** Reset lines that bring it into its bootloader; default: it is there already. */
  readonly needsReset?: boolean;
  /** The hash that it tells is not that of what it was given. */
  readonly lies?: boolean;
  /** Says nothing from this many deflated blocks on. */
  readonly silentAfterBlocks?: number;
}

export class FakeRom implements FakePeer {
  readonly #options: FakeRomOptions;
  #packet: number[] | undefined;
  #escaped = false;
  #inStub = false;
  #listens: boolean;
  #blocks: Buffer[] = [];
  #address = 0;
  #lines = '';

  /** What was written, by address. */
  readonly flash = new Map<number, Buffer>();
  erased = 0;
  readonly signals: string[] = [];

  constructor(options: FakeRomOptions = {}) {
    this.#options = options;
    this.#listens = options.needsReset !== true;
  }

  onSignals({ dtr, rts }: { readonly dtr: boolean; readonly rts: boolean }): void {
    const lines = `${dtr ? 'D' : 'd'}${rts ? 'R' : 'r'}`;
    // Reset held with the boot line free, then reset let go with the boot line low.
    if (this.#lines === 'dR' && lines === 'Dr') this.#listens = true;
    this.#lines = lines;
    this.signals.push(lines);
  }

  onBytes(bytes: Uint8Array, send: (bytes: Uint8Array) => void): void {
    if (!this.#listens) return;
    for (const byte of bytes) {
      if (byte === END) {
        const packet = this.#packet;
        this.#packet = packet && packet.length > 0 ? undefined : [];
        if (packet && packet.length > 0) this.#answer(Buffer.from(packet), send);
      } else if (byte === ESCAPE) this.#escaped = true;
      else {
        this.#packet?.push(this.#escaped ? (byte === 0xdc ? END : ESCAPE) : byte);
        this.#escaped = false;
      }
    }
  }

  #answer(packet: Buffer, send: (bytes: Uint8Array) => void): void {
    const op = packet[1] ?? 0;
    const data = packet.subarray(8);
    const reply = (value = 0, body: Uint8Array = Buffer.alloc(0)): void =>
      send(slip(response(op, value, body)));
    switch (op) {
      case OP.sync:
        // The ROM answers eight times, and with a value that is not 0.
        for (let times = 0; times < 8; times++) reply(0x2012_0707);
        return;
      case OP.readRegister:
        return reply(data.readUInt32LE(0) === 0x4000_1000 ? (this.#options.magic ?? 0) : 0);
      case OP.securityInfo:
        return this.#answerSecurityInfo(reply, send);
      case OP.memoryEnd:
        reply();
        this.#inStub = true;
        return send(slip(Buffer.from('OHAI')));
      case OP.deflatedBegin:
        this.#address = data.readUInt32LE(12);
        this.#blocks = [];
        return reply();
      case OP.deflatedData:
        this.#blocks.push(Buffer.from(data.subarray(16)));
        if (this.#blocks.length > (this.#options.silentAfterBlocks ?? Infinity)) return;
        return reply();
      case OP.md5:
        return reply(0, this.#hash(data.readUInt32LE(4)));
      case OP.eraseFlash:
        this.erased++;
        return reply();
      default:
        return reply();
    }
  }

  #answerSecurityInfo(
    reply: (value: number, body: Uint8Array) => void,
    send: (bytes: Uint8Array) => void,
  ): void {
    const { chipId } = this.#options;
    if (chipId === undefined) {
      // Unknown commands are refused, several times.
      for (let times = 0; times < 8; times++) send(slip(refusal()));
      return;
    }
    const info = Buffer.alloc(20);
    info.writeUInt32LE(chipId, 12);
    reply(0, info);
  }

  #hash(size: number): Uint8Array {
    const content = inflateSync(Buffer.concat(this.#blocks)).subarray(0, size);
    this.flash.set(this.#address, content);
    const hash = createHash('md5')
      .update(this.#options.lies ? 'something else' : content)
      .digest();
    return this.#inStub ? hash : Buffer.from(hash.toString('hex'));
  }
}

function response(op: number, value: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head[0] = 1;
  head[1] = op;
  head.writeUInt16LE(body.length + 2, 2);
  head.writeUInt32LE(value >>> 0, 4);
  return Buffer.concat([head, body, Buffer.from([0, 0])]);
}

function refusal(): Buffer {
  return Buffer.from([1, 0x15, 2, 0, 0, 0, 0, 0, 1, 5]);
}

function slip(bytes: Uint8Array): Uint8Array {
  const body = [...bytes].flatMap((byte) =>
    byte === END ? [ESCAPE, 0xdc] : byte === ESCAPE ? [ESCAPE, 0xdd] : [byte],
  );
  return Uint8Array.from([END, ...body, END]);
}
