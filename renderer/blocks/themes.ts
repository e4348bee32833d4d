/**
 * Colors of blocks and editor: light, dark, and both with strong contrast. White text on a block has a contrast of at least
 * 4.5 and a block stands out from any background by at least 3 (WCAG 2.2 AA); with strong contrast text has 7 (AAA), and in the
 * dark a white edge lets the block stand out. Held by themes.test.ts.
 */

import * as Blockly from 'blockly/core';
import type { BlockStyle } from './block-spec.ts';

export type ThemeName = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

/** Body, shadow blocks and pressed state, outline. */
type Shades = readonly [primary: string, secondary: string, tertiary: string];

/** Colors of all families and of categories that have a color of their own. */
export const PALETTE = {
  pins: ['#0174c7', '#0661a8', '#085491'],
  sensors: ['#7f5bce', '#6e48b9', '#613aaa'],
  movement: ['#b8541a', '#9d4816', '#8b3f14'],
  sound: ['#cb337f', '#ae2c6d', '#9a2761'],
  displays: ['#0978b0', '#086696', '#075a84'],
  time: ['#aa5e03', '#904f02', '#7e4400'],
  control: ['#06833b', '#006f30', '#05602a'],
  output: ['#b9458e', '#a4307c', '#95206e'],
  variables: ['#0b7d87', '#076a72', '#0d5b63'],
  math: ['#5a66d6', '#4a53c1', '#3f45b2'],
  data: ['#0a8063', '#096e55', '#08614b'],
  functions: ['#c84240', '#b22d2f', '#a21a21'],
  network: ['#2c70cf', '#2560b1', '#21549c'],
  files: ['#8e6c07', '#795d06', '#6b5206'],
  tasks: ['#9d4ec4', '#8b3bb2', '#7a349d'],
  code: ['#677283', '#566071', '#495363'],
} as const satisfies Readonly<Record<BlockStyle, Shades>> & Readonly<Record<string, Shades>>;

export type PaletteStyle = keyof typeof PALETTE;

/** The bodies of blocks with strong contrast. */
export const STRONG: Readonly<Record<PaletteStyle, string>> = {
  pins: '#01528e',
  sensors: '#5d35b2',
  movement: '#833c13',
  sound: '#91245b',
  displays: '#07557d',
  time: '#794302',
  control: '#045d2a',
  output: '#843166',
  variables: '#085961',
  math: '#303fc3',
  data: '#075b46',
  functions: '#922c2a',
  network: '#1f4f93',
  files: '#654d05',
  tasks: '#733194',
  code: '#49515d',
};

interface Surroundings {
  readonly workspace: string;
  readonly toolbox: string;
  readonly flyout: string;
  readonly text: string;
  readonly accent: string;
  readonly scrollbar: string;
  /** Line round each block that replaces the shade of its body; toolbox.css draws it. */
  readonly edge?: string;
}

export const SURROUNDINGS: Readonly<Record<ThemeName, Surroundings>> = {
  light: {
    workspace: '#f8f7f4',
    toolbox: '#ffffff',
    flyout: '#f1f0ec',
    text: '#1d2327',
    accent: '#0b6b83',
    scrollbar: '#8d8a83',
  },
  dark: {
    workspace: '#14191c',
    toolbox: '#191e22',
    flyout: '#1f262b',
    text: '#e8ecee',
    accent: '#74cde3',
    scrollbar: '#79848c',
  },
  'light-contrast': {
    workspace: '#ffffff',
    toolbox: '#ffffff',
    flyout: '#ffffff',
    text: '#000000',
    accent: '#0b4a9e',
    scrollbar: '#404040',
    edge: '#000000',
  },
  'dark-contrast': {
    workspace: '#000000',
    toolbox: '#000000',
    flyout: '#0c0c0c',
    text: '#ffffff',
    accent: '#ffd84d',
    scrollbar: '#d0d0d0',
    edge: '#ffffff',
  },
};

/** The theme for what the learner and the system ask for. */
export function themeName(brightness: 'light' | 'dark', contrast: boolean): ThemeName {
  return contrast ? `${brightness}-contrast` : brightness;
}

/** Body, shadow blocks and outline of a family in a theme. */
export function shadesOf(style: PaletteStyle, name: ThemeName): Shades {
  const strong = STRONG[style];
  return SURROUNDINGS[name].edge === undefined ? PALETTE[style] : [strong, strong, strong];
}

function theme(name: ThemeName): Blockly.Theme {
  const { workspace, toolbox, flyout, text, accent, scrollbar } = SURROUNDINGS[name];
  const styles = (Object.keys(PALETTE) as PaletteStyle[]).map(
    (style) => [style, shadesOf(style, name)] as const,
  );
  return Blockly.Theme.defineTheme(`pinlab-${name}`, {
    name: `pinlab-${name}`,
    base: Blockly.Themes.Zelos,
    blockStyles: Object.fromEntries(
      styles.map(([style, [colourPrimary, colourSecondary, colourTertiary]]) => [
        style,
        { colourPrimary, colourSecondary, colourTertiary, hat: '' },
      ]),
    ),
    categoryStyles: Object.fromEntries(styles.map(([style, [colour]]) => [style, { colour }])),
    componentStyles: {
      workspaceBackgroundColour: workspace,
      toolboxBackgroundColour: toolbox,
      toolboxForegroundColour: text,
      flyoutBackgroundColour: flyout,
      flyoutForegroundColour: text,
      flyoutOpacity: 1,
      scrollbarColour: scrollbar,
      scrollbarOpacity: 0.5,
      insertionMarkerColour: text,
      insertionMarkerOpacity: 0.25,
      cursorColour: accent,
      selectedGlowColour: accent,
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
  'light-contrast': theme('light-contrast'),
  'dark-contrast': theme('dark-contrast'),
};
