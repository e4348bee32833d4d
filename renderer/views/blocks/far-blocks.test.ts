import { expect, it } from 'vitest';
import { isFar } from './far-blocks.ts';

const view = { left: 0, top: 1000, width: 800, height: 600 };

it.each([
  ['in the view', { left: 100, top: 1100, width: 50, height: 40 }, false],
  ['half a view below', { left: 100, top: 1900, width: 50, height: 40 }, false],
  ['two views below', { left: 100, top: 2300, width: 50, height: 40 }, true],
  ['two views above', { left: 100, top: 300, width: 50, height: 40 }, true],
  ['above, but long enough to reach the view', { left: 100, top: 300, width: 50, height: 900 }, false],
  ['far to the left', { left: -1000, top: 1100, width: 50, height: 40 }, true],
])('%s: %o is far: %s', (_what, area, far) => {
  expect(isFar(area, view)).toBe(far);
});
