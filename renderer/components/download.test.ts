import { describe, expect, it } from 'vitest';
import { fileNameOf } from './download.ts';

describe('fileNameOf', () => {
  it.each([
    ['My project.csv', 'My project.csv'],
    ['a/b\\c:d*e?f"g<h>i|j.png', 'a-b-c-d-e-f-g-h-i-j.png'],
    ['..hidden. ', 'hidden'],
    ['بستان.csv', 'بستان.csv'],
    ['', 'pinlab'],
  ])('%j becomes %j', (name, tidy) => {
    expect(fileNameOf(name)).toBe(tidy);
  });
});
