/**
 * Colors of blocks and editor in light and dark. One palette serves both: white text on a block has a contrast of at least
 * 4.5, and a block stands out from either background by at least 3 (WCAG 2.2 AA; held by themes.test.ts).
 */

import * as Blockly from 'blockly/core';
import type { BlockStyle } from './block-spec.ts';

export type ThemeName = 'light' | 'dark';

/** Body, shadow blocks and pressed state, outline. */
type Shades = readonly [primary: string, secondary: string, tertiary: string];

export const PALETTE: Readonly<Record<BlockStyle, Shades>> = {
  pins: ['#0174c7', '#0661a8', '#085491'],
  sensors: ['#7f5bce', '#6e48b9', '#613aaa'],
  time: ['#aa5e03', '#904f02', '#7e4400'],
  control: ['#06833b', '#006f30', '#05602a'],
  output: ['#b9458e', '#a4307c', '#95206e'],
  variables: ['#0b7d87', '#076a72', '#0d5b63'],
  math: ['#5a66d6', '#4a53c1', '#3f45b2'],
  functions: ['#c84240', '#b22d2f', '#a21a21'],
  code: ['#677283', '#566071', '#495363'],
};

export const BACKGROUNDS: Readonly<
  Record<ThemeName, { workspace: string; toolbox: string; flyout: string; text: string }>
> = {
  light: { workspace: '#f8f7f4', toolbox: '#ffffff', flyout: '#f1f0ec', text: '#1d2327' },
  dark: { workspace: '#14191c', toolbox: '#191e22', flyout: '#1f262b', text: '#e8ecee' },
};

const ACCENT: Readonly<Record<ThemeName, string>> = { light: '#0b6b83', dark: '#74cde3' };

const blockStyles = Object.fromEntries(
  Object.entries(PALETTE).map(([style, [colourPrimary, colourSecondary, colourTertiary]]) => [
    style,
    { colourPrimary, colourSecondary, colourTertiary, hat: '' },
  ]),
);

const categoryStyles = Object.fromEntries(
  Object.entries(PALETTE).map(([style, [colour]]) => [style, { colour }]),
);

function theme(name: ThemeName): Blockly.Theme {
  const { workspace, toolbox, flyout, text } = BACKGROUNDS[name];
  return Blockly.Theme.defineTheme(`pinlab-${name}`, {
    name: `pinlab-${name}`,
    base: Blockly.Themes.Zelos,
    blockStyles,
    categoryStyles,
    componentStyles: {
      workspaceBackgroundColour: workspace,
      toolboxBackgroundColour: toolbox,
      toolboxForegroundColour: text,
      flyoutBackgroundColour: flyout,
      flyoutForegroundColour: text,
      flyoutOpacity: 1,
      scrollbarColour: name === 'light' ? '#8d8a83' : '#79848c',
      scrollbarOpacity: 0.5,
      insertionMarkerColour: name === 'light' ? '#000000' : '#ffffff',
      insertionMarkerOpacity: 0.25,
      cursorColour: ACCENT[name],
      selectedGlowColour: ACCENT[name],
    },
    fontStyle: {
      family: 'system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif',
      weight: '600',
      size: 11,
    },
    startHats: true,
  });
}

export const themes: Readonly<Record<ThemeName, Blockly.Theme>> = {
  light: theme('light'),
  dark: theme('dark'),
};
