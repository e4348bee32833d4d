/** Chance and mathematics. Source: MicroPython docs, modules random and math. */

import { type BlockFamily, menu, operators, option, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';

/** Functions of one number, as the menu shows them. */
const FUNCTIONS = {
  sqrt: '√',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  radians: 'radians',
  degrees: 'degrees',
  floor: 'floor',
  ceil: 'ceil',
  trunc: 'trunc',
  exp: 'exp',
  log10: 'log10',
  fabs: 'fabs',
} as const;

const chance = [
  value('random_part', {
    message: 'RANDOM_PART',
    tooltip: 'RANDOM_PART_TIP',
    python: 'random.random()',
  }),
  value('random_uniform', {
    message: 'RANDOM_UNIFORM',
    args: [slot('LOW', '0'), slot('HIGH', '1')],
    tooltip: 'RANDOM_UNIFORM_TIP',
    python: 'random.uniform($LOW, $HIGH)',
  }),
  value('random_choice', {
    message: 'RANDOM_CHOICE',
    args: [slot('LIST', '[0]')],
    tooltip: 'RANDOM_CHOICE_TIP',
    python: 'random.choice($LIST)',
  }),
  value('random_below', {
    message: 'RANDOM_BELOW',
    args: [slot('STOP', '10')],
    tooltip: 'RANDOM_BELOW_TIP',
    python: 'random.randrange($STOP)',
  }),
  value('random_range', {
    message: 'RANDOM_RANGE',
    args: [slot('START', '0'), slot('STOP', '10'), option('STEP')],
    tooltip: 'RANDOM_RANGE_TIP',
    python: 'random.randrange($START, $STOP, $STEP)',
  }),
  value('random_bits', {
    message: 'RANDOM_BITS',
    args: [slot('COUNT', '8')],
    tooltip: 'RANDOM_BITS_TIP',
    python: 'random.getrandbits($COUNT)',
  }),
  statement('random_seed', {
    message: 'RANDOM_SEED',
    args: [option('SEED')],
    tooltip: 'RANDOM_SEED_TIP',
    python: 'random.seed($SEED)',
  }),
];

export const calculations: BlockFamily = {
  style: 'math',
  blocks: [
    ...chance,
    value('math_function', {
      message: 'MATH_FUNCTION',
      args: [operators('FUNCTION', FUNCTIONS), slot('X', '0')],
      tooltip: 'MATH_FUNCTION_TIP',
      python: by(
        'FUNCTION',
        Object.fromEntries(Object.keys(FUNCTIONS).map((name) => [name, `math.${name}($X)`])),
      ),
    }),
    value('math_two', {
      message: 'MATH_TWO',
      args: [
        operators('FUNCTION', { pow: 'pow', atan2: 'atan2', fmod: 'fmod' }),
        slot('X', '0'),
        slot('Y', '1'),
      ],
      tooltip: 'MATH_TWO_TIP',
      python: by('FUNCTION', {
        pow: 'math.pow($X, $Y)',
        atan2: 'math.atan2($X, $Y)',
        fmod: 'math.fmod($X, $Y)',
      }),
    }),
    value('math_log', {
      message: 'MATH_LOG',
      args: [slot('X', '1'), option('BASE')],
      tooltip: 'MATH_LOG_TIP',
      python: 'math.log($X, $BASE)',
    }),
    value('math_constant', {
      message: 'MATH_CONSTANT',
      args: [menu('NAME', ['MATH_PI', 'pi'], ['MATH_E', 'e'])],
      tooltip: 'MATH_CONSTANT_TIP',
      python: by('NAME', { pi: 'math.pi', e: 'math.e' }),
    }),
  ],
};
