/** Words that the editor offers: MicroPython's own names that a beginner meets. Names of the program come from Python's grammar. */

import { type Completion, completeFromList, type CompletionSource, ifNotIn } from '@codemirror/autocomplete';

const MODULES: Readonly<Record<string, readonly string[]>> = {
  machine: ['Pin', 'ADC', 'PWM', 'Timer', 'I2C', 'SPI', 'UART', 'RTC', 'WDT', 'reset', 'freq', 'unique_id'],
  time: [
    'sleep',
    'sleep_ms',
    'sleep_us',
    'ticks_ms',
    'ticks_us',
    'ticks_diff',
    'ticks_add',
    'time',
    'localtime',
  ],
  dht: ['DHT11', 'DHT22'],
  random: ['random', 'randint', 'choice', 'uniform', 'seed'],
  math: ['sin', 'cos', 'sqrt', 'floor', 'ceil', 'pi'],
  asyncio: ['run', 'sleep', 'sleep_ms', 'create_task', 'gather'],
};

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Pin: ['IN', 'OUT', 'OPEN_DRAIN', 'PULL_UP', 'PULL_DOWN', 'IRQ_RISING', 'IRQ_FALLING'],
  ADC: ['ATTN_0DB', 'ATTN_2_5DB', 'ATTN_6DB', 'ATTN_11DB'],
  Timer: ['ONE_SHOT', 'PERIODIC'],
};

const METHODS = [
  ['on', 'Pin'],
  ['off', 'Pin'],
  ['value', 'Pin'],
  ['irq', 'Pin'],
  ['read_u16', 'ADC'],
  ['read_uv', 'ADC'],
  ['freq', 'PWM'],
  ['duty_u16', 'PWM'],
  ['init', 'Timer'],
  ['deinit', 'Timer'],
  ['measure', 'DHT'],
  ['temperature', 'DHT'],
  ['humidity', 'DHT'],
  ['append', 'list'],
  ['format', 'str'],
] as const;

const SNIPPETS: readonly Completion[] = Object.entries(MODULES).flatMap(([module, names]) => [
  { label: module, type: 'namespace' },
  ...names.slice(0, 4).map((name) => ({ label: `from ${module} import ${name}`, type: 'keyword' })),
]);

const atLineStart = completeFromList([...SNIPPETS]);

/** After a dot: what is known of the name before it, otherwise methods of the common objects. */
const afterDot: CompletionSource = (context) => {
  const match = context.matchBefore(/\b\w+\.\w*$/);
  if (!match) return null;
  const dot = match.text.indexOf('.');
  const owner = match.text.slice(0, dot);
  const known = MODULES[owner] ?? MEMBERS[owner];
  const options: Completion[] = known
    ? known.map((label) => ({ label, type: 'property', detail: owner }))
    : METHODS.map(([label, detail]) => ({ label, type: 'method', detail }));
  return { from: match.from + dot + 1, options, validFor: /^\w*$/ };
};

const words: CompletionSource = (context) => (context.matchBefore(/\.\w*$/) ? null : atLineStart(context));

export const pythonWords: readonly CompletionSource[] = [afterDot, words].map((source) =>
  ifNotIn(['String', 'Comment', 'FormatString'], source),
);
