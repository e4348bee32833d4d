/** Globals that a runtime's layers must not use; each message names what to use instead. */

const CLOCK = 'Time is an argument: use the Clock that is passed in (interpreter/clock/clock.ts).';
const NO_DOM = 'There is no page here: pass in what is needed, or move the code to renderer/.';
const NO_IO = 'This layer reads and sends nothing: let the composition root pass the data or a port in.';

const PURE_GLOBALS = {
  setTimeout: CLOCK,
  setInterval: CLOCK,
  setImmediate: CLOCK,
  queueMicrotask: 'The order of microtasks is not ours: call directly, or use an Alarm of the Clock.',
  performance: CLOCK,
  document: NO_DOM,
  window: NO_DOM,
  navigator: NO_DOM,
  localStorage: 'Storage belongs to the Host (common/host/host.ts).',
  fetch: NO_IO,
  process: NO_IO,
  console: 'Report through a Problem, a Notice or the Host log: a terminal belongs to the composition root.',
  crypto: 'Use createRandom (common/random/random.ts): the same seed gives the same run.',
  Intl: 'Its answers depend on the machine. Words and numbers for people belong to renderer/i18n.',
};

const ENGINE_MATH =
  'differs between JavaScript engines in the last bits. Use + - * / and Math.sqrt, a table, or a polynomial.';
const INEXACT_MATH = [
  ...[
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ],
  ...['exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'pow', 'cbrt', 'hypot'],
];

const DATE_NOW = { object: 'Date', property: 'now', message: CLOCK };
const MATH_RANDOM = {
  object: 'Math',
  property: 'random',
  message: 'Use createRandom (common/random/random.ts): the same seed gives the same run.',
};
const PURE_PROPERTIES = [
  DATE_NOW,
  MATH_RANDOM,
  ...INEXACT_MATH.map((property) => ({
    object: 'Math',
    property,
    message: `Math.${property} ${ENGINE_MATH}`,
  })),
];
const PURE_SYNTAX = [
  { selector: "NewExpression[callee.name='Date']", message: CLOCK },
  { selector: "BinaryExpression[operator='**']", message: `The power operator ${ENGINE_MATH}` },
  { selector: "AssignmentExpression[operator='**=']", message: `The power operator ${ENGINE_MATH}` },
  {
    selector:
      'MemberExpression[property.name=/^(localeCompare|toLocaleString|toLocaleUpperCase|toLocaleLowerCase)$/]',
    message: 'The answer depends on the machine’s language. Compare with < and >, and format by hand.',
  },
];

function globalsRule(globals) {
  const entries = Object.entries(globals).map(([name, message]) => ({ name, message }));
  return ['error', ...entries];
}

/** Runtime name to ESLint rules. */
export const BANNED = {
  pure: {
    'no-restricted-globals': globalsRule(PURE_GLOBALS),
    'no-restricted-properties': ['error', ...PURE_PROPERTIES],
    'no-restricted-syntax': ['error', ...PURE_SYNTAX],
  },
  /** The worker is where virtual time meets wall time, so `performance` is its own; chance still comes from the seed. */
  worker: {
    'no-restricted-globals': globalsRule({
      document: NO_DOM,
      window: NO_DOM,
      localStorage: PURE_GLOBALS.localStorage,
    }),
    'no-restricted-properties': [
      'error',
      { ...DATE_NOW, message: 'Use performance.now() for pacing; program time comes from the Clock.' },
      MATH_RANDOM,
    ],
  },
  page: {
    'no-restricted-globals': globalsRule({
      localStorage: PURE_GLOBALS.localStorage,
      sessionStorage: PURE_GLOBALS.localStorage,
      process: 'The page knows no process: ask the Host (common/host/host.ts).',
    }),
  },
};
