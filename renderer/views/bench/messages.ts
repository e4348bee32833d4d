/** Every text of the bench. */

import { LOCALE } from '#renderer/i18n/t.ts';
import { createTranslate } from '#renderer/i18n/translate.ts';

export const benchMessages = {
  'bench.label': 'Bench',
  'bench.empty': 'Nothing is connected to the board yet.',
  'bench.zoomIn': 'Zoom in',
  'bench.zoomOut': 'Zoom out',
  'bench.zoomFit': 'Fit the bench',
  'bench.on': 'on',
  'bench.off': 'off',
  'bench.yes': 'yes',
  'bench.not': 'not {what}',
  'bench.no': 'no',
  'bench.unknownPart': 'There is no part of type "{type}". Its wires lead nowhere.',
  'bench.fromWorld': 'It measures the {world}:',
  'bench.board': 'board',
  'bench.wiring': 'Wiring',
  'bench.wiringFrom': 'From',
  'bench.wiringTo': 'To',
  'bench.wiringKind': 'Kind of wire',
  'bench.wires': 'Wires. Arrow keys go from wire to wire.',
  'bench.noWires': 'There are no wires.',
  'bench.power': 'power',
  'bench.ground': 'ground',
  'bench.signal': 'signal',
  'world.collapse': 'Hide the picture',
  'world.expand': 'Show the picture',
  'world.controls': 'Weather',
  'world.values': 'Values of the {name}',
} as const;

export const tb = createTranslate(benchMessages, LOCALE);
