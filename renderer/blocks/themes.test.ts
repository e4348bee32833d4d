import { describe, expect, it } from 'vitest';
import { BACKGROUNDS, PALETTE } from './themes.ts';

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

describe('contrast', () => {
  it.each(Object.entries(PALETTE))('%s: white text is legible and the block stands out', (_style, shades) => {
    for (const shade of shades) expect(contrast('#ffffff', shade)).toBeGreaterThanOrEqual(4.5);
    for (const { workspace, flyout, toolbox } of Object.values(BACKGROUNDS)) {
      for (const behind of [workspace, flyout, toolbox]) {
        expect(contrast(shades[0], behind)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(Object.entries(BACKGROUNDS))(
    '%s: category names are legible',
    (_name, { text, toolbox, flyout }) => {
      expect(contrast(text, toolbox)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, flyout)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
