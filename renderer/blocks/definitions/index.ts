/**
 * The table of all blocks. A block exists once its family is listed here. Where several blocks can read the same Python, the
 * first one listed does, so special blocks stand before general ones.
 */

import type { BlockFamily } from '../block-spec.ts';
import { code } from './code.ts';
import { control } from './control.ts';
import { data } from './data.ts';
import { functions } from './functions.ts';
import { math } from './math.ts';
import { output } from './output.ts';
import { pins } from './pins.ts';
import { program } from './program.ts';
import { sensors } from './sensors.ts';
import { time } from './time.ts';
import { variables } from './variables.ts';

export const families: readonly BlockFamily[] = [
  program,
  pins,
  sensors,
  time,
  control,
  output,
  variables,
  data,
  math,
  functions,
  code,
];
