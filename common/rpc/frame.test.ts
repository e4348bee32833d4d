import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from './frame.ts';

const roundTrip = (message: unknown): unknown => decodeFrame(encodeFrame(message));

describe('a frame', () => {
  it.each([
    ['plain data', { a: [1, 'ü', null, true], b: { c: '', 2: 'x', 1: 'y' } }],
    ['no bytes', new Uint8Array()],
    [
      'bytes in any place',
      { z: [new Uint8Array([0, 255]), { 2: new Uint8Array([2]), 1: new Uint8Array([1]) }] },
    ],
    ['texts that look like its marks', ['\0', '\0\0', '\u00003', '\0\0\0x', { '\u00001': '\u00002' }]],
  ])('carries %s', (_name, message) => {
    expect(roundTrip(message)).toEqual(message);
  });

  it('carries views of a buffer and Node’s own bytes as what they show, without copies of the rest', () => {
    const view = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
    expect(roundTrip([view, Buffer.from('hi')])).toEqual([
      new Uint8Array([1, 2]),
      new Uint8Array([104, 105]),
    ]);
    // The text between quotation marks, a length in front, and the bytes as they are.
    expect(encodeFrame(new Uint8Array(100_000)).length).toBeLessThan(100_000 + 24);
  });

  it('is refused where it is cut off or no frame', () => {
    const whole = encodeFrame({ bytes: new Uint8Array(10) });
    expect(() => decodeFrame(whole.subarray(0, whole.length - 1))).toThrow('cut off');
    expect(() => decodeFrame(whole.subarray(0, 9))).toThrow();
    expect(() => decodeFrame(new Uint8Array([1]))).toThrow();
  });
});
