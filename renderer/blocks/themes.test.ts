import { describe, expect, it } from 'vitest';
import { PALETTE, STRONG, SURROUNDINGS, shadesOf, type ThemeName, themeName } from './themes.ts';

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const NAMES = Object.keys(SURROUNDINGS) as ThemeName[];

describe.each(NAMES)('%s', (name) => {
  const { workspace, flyout, toolbox, text, accent, edge } = SURROUNDINGS[name];
  const backgrounds = [workspace, flyout, toolbox];
  const least = edge === undefined ? 4.5 : 7;

  it.each(Object.keys(PALETTE) as (keyof typeof PALETTE)[])(
    '%s: white text is legible and the block stands out',
    (style) => {
      for (const shade of shadesOf(style, name))
        expect(contrast('#ffffff', shade)).toBeGreaterThanOrEqual(least);
      for (const behind of backgrounds) {
        expect(contrast(edge ?? PALETTE[style][0], behind)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('has legible category names, and a mark of the focus that stands out', () => {
    for (const behind of backgrounds) {
      expect(contrast(text, behind)).toBeGreaterThanOrEqual(least);
      expect(contrast(accent, behind)).toBeGreaterThanOrEqual(3);
    }
  });
});

it('has a strong color for every family', () => {
  expect(Object.keys(STRONG)).toEqual(Object.keys(PALETTE));
});

it('is chosen by brightness and contrast', () => {
  expect(themeName('dark', false)).toBe('dark');
  expect(themeName('light', true)).toBe('light-contrast');
});
