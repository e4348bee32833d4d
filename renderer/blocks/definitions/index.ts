/**
 * The table of all blocks. A block exists once its family is listed here. Where several blocks can read the same Python, the
 * first one listed does, so special blocks stand before general ones.
 */

import type { BlockFamily } from '../block-spec.ts';
import { board } from './board.ts';
import { buses } from './buses.ts';
import { calculations } from './calculations.ts';
import { clock } from './clock.ts';
import { code } from './code.ts';
import { control } from './control.ts';
import { data } from './data.ts';
import { displays } from './displays.ts';
import { files } from './files.ts';
import { formats } from './formats.ts';
import { functions } from './functions.ts';
import { lights } from './lights.ts';
import { lists } from './lists.ts';
import { math } from './math.ts';
import { microbit } from './microbit.ts';
import { output } from './output.ts';
import { pins } from './pins.ts';
import { probes } from './probes.ts';
import { program } from './program.ts';
import { sensors } from './sensors.ts';
import { sockets } from './sockets.ts';
import { tasks } from './tasks.ts';
import { time } from './time.ts';
import { timers } from './timers.ts';
import { variables } from './variables.ts';
import { web } from './web.ts';
import { wifi } from './wifi.ts';
import { words } from './words.ts';

export const families: readonly BlockFamily[] = [
  program,
  pins,
  sensors,
  probes,
  time,
  clock,
  timers,
  lights,
  displays,
  buses,
  wifi,
  sockets,
  web,
  tasks,
  files,
  board,
  microbit,
  calculations,
  words,
  lists,
  formats,
  control,
  output,
  variables,
  data,
  math,
  functions,
  code,
];
