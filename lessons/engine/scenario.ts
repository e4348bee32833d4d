/** Reads a scenario block: what is given, what is set when, how long it lasts. Plans and runs nothing. */

import { DAY, type Nanoseconds, parseDuration } from '#common/time/duration.ts';
import type { ControlValue } from '#interpreter/device/capability.ts';
import { type Bench, isTrouble } from './bench.ts';
import type { Fields, Scalar } from './fields.ts';
import type { ControlRef, ControlSetting, Drawn, Scenario, ScenarioStep } from './lesson.ts';

/** Longest scenario: times stay exact this far, ns. */
const MAX_LENGTH: Nanoseconds = 100 * DAY;
const DEFAULT_REPEATS = 3;
const MAX_REPEATS = 100;

const VALUE_FIX =
  'Write a number, `true` or `false`, or draw one: `uniform(20, 29)`, `integer(1, 6)`, `one-of(1, 5, 9)`.';
const BRACE_FIX = 'Values with a comma need a line of their own: put each control on its own line.';

export function readScenario(fields: Fields, bench: Bench): Scenario | undefined {
  const id = fields.requiredText('id', 'Add `id: hot-day`, with a name of your own.');
  const length = fields.requiredDuration('for');
  const title = fields.text('title');
  const given = readSettings(fields.map('given', 'This `given`'), bench);
  const steps = fields.list('steps', 'This step').map((step) => readStep(step, bench));
  const seed = readSeed(fields);
  const repeats = fields.number('repeats') ?? (seed === 'any' ? DEFAULT_REPEATS : 1);
  fields.finish();
  if (!Number.isInteger(repeats) || repeats < 1 || repeats > MAX_REPEATS) {
    fields.problem(
      'bad-repeats',
      `\`repeats\` must be a whole number from 1 to ${MAX_REPEATS}.`,
      'Write `repeats: 3`.',
      'repeats',
    );
    return undefined;
  }
  if (length !== undefined && (length <= 0 || length > MAX_LENGTH)) {
    fields.problem(
      'bad-length',
      'A scenario lasts longer than nothing and at most 100 days.',
      'Write `for: 2 h`.',
      'for',
    );
    return undefined;
  }
  if (!id || length === undefined || seed === undefined || !given) return undefined;
  if (!steps.every((step) => step !== undefined)) return undefined;
  return { id, title: title || id, given, steps, length, seed, repeats };
}

function readSeed(fields: Fields): number | 'any' | undefined {
  const seed = fields.scalar('seed') ?? 'any';
  if (seed === 'any' || (typeof seed === 'number' && Number.isInteger(seed))) return seed;
  fields.problem(
    'bad-seed',
    `\`seed: ${String(seed)}\` is neither \`any\` nor a whole number.`,
    'Write `seed: any` or `seed: 7`.',
    'seed',
  );
  return undefined;
}

function readStep(fields: Fields, bench: Bench): ScenarioStep | undefined {
  const kinds = (['set', 'delay', 'at', 'ramp'] as const).filter((kind) => fields.has(kind));
  const kind = kinds.length === 1 ? kinds[0] : undefined;
  let step: ScenarioStep | undefined;
  if (kind === 'set') {
    const settings = readSettings(fields.map('set', 'This `set`'), bench);
    step = settings && { kind, settings };
  } else if (kind === 'delay' || kind === 'at') {
    const time = readTime(fields, kind);
    step = time && { kind, time };
  } else if (kind === 'ramp') {
    const ramp = fields.map('ramp', 'This `ramp`');
    step = ramp && readRamp(ramp, bench);
  } else {
    const fix = 'Write one of `set`, `delay`, `at` or `ramp` after each `-`.';
    fields.problem(
      'bad-step',
      kinds.length > 1 ? 'This step does two things at once.' : 'This step does nothing.',
      fix,
    );
  }
  fields.finish();
  return step;
}

function readRamp(fields: Fields, bench: Bench): ScenarioStep | undefined {
  const name = fields.requiredText('control', 'Add `control: world.airTemperature`, with your control.');
  const control = name ? readControl(name, fields, 'control', bench) : undefined;
  const to = fields.has('to') ? readNumber(fields, 'to') : undefined;
  if (!fields.has('to'))
    fields.problem('missing-field', 'This `ramp` has no `to`.', 'Add `to: 35`, with your value.');
  const given = fields.has('from');
  const from = given ? readNumber(fields, 'from') : undefined;
  if (!fields.has('over'))
    fields.problem('missing-field', 'This `ramp` has no `over`.', 'Add `over: 30 min`, with your time.');
  const over = fields.has('over') ? readTime(fields, 'over') : undefined;
  const every = fields.duration('every');
  fields.finish();
  if (!control || !to || !over || (given && !from)) return undefined;
  return { kind: 'ramp', control, to, over, ...(from && { from }), ...(every && { every }) };
}

function readSettings(fields: Fields | undefined, bench: Bench): readonly ControlSetting[] | undefined {
  const settings: ControlSetting[] = [];
  let sound = true;
  for (const name of fields?.keys ?? []) {
    if (!fields) break;
    const raw = fields.scalar(name);
    const ref = readControl(name, fields, name, bench);
    const value = raw === undefined ? undefined : parseDrawn(raw, parseValue);
    if (raw === undefined || !value) {
      const torn = /\($|[()]/.test(name) || String(raw).includes('(');
      fields.problem(
        'not-a-value',
        `\`${name}: ${String(raw ?? '')}\` has no value that can be set.`,
        torn ? BRACE_FIX : VALUE_FIX,
        name,
      );
    }
    if (ref && value) settings.push({ ...ref, value });
    else sound = false;
  }
  return sound ? settings : undefined;
}

/** Reads `part.control` or `world.control` and makes sure that it exists. */
function readControl(name: string, fields: Fields, key: string, bench: Bench): ControlRef | undefined {
  const [part, control, ...rest] = name.split('.');
  if (!part || !control || rest.length > 0) {
    fields.problem(
      'unknown-control',
      `\`${name}\` names no control.`,
      'Write `world.control` or `part.control`.',
      key,
    );
    return undefined;
  }
  const found = bench.control(part, control);
  if (isTrouble(found)) {
    fields.problem('unknown-control', found.trouble, found.fix, key);
    return undefined;
  }
  return { part, control };
}

function readNumber(fields: Fields, key: string): Drawn<number> | undefined {
  const raw = fields.scalar(key);
  if (raw === undefined) return undefined;
  const drawn = parseDrawn(raw, (text) =>
    text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined,
  );
  if (!drawn) fields.problem('not-a-number', `\`${key}: ${String(raw)}\` is not a number.`, VALUE_FIX, key);
  return drawn;
}

function readTime(fields: Fields, key: string): Drawn<Nanoseconds> | undefined {
  const raw = fields.scalar(key);
  if (raw === undefined) return undefined;
  const drawn = parseDrawn(raw, parseDuration);
  if (!drawn) {
    const fix = 'Write a number with a unit, such as `10 min`, or draw one: `uniform(5 min, 20 min)`.';
    fields.problem('not-a-time', `\`${key}: ${String(raw)}\` is not a time.`, fix, key);
  }
  return drawn;
}

function parseValue(text: string): ControlValue | undefined {
  if (text === 'true' || text === 'on') return true;
  if (text === 'false' || text === 'off') return false;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Reads a plain value, or `uniform(a, b)`, `integer(a, b)`, `one-of(a, b, …)` of such values. */
function parseDrawn<T>(raw: Scalar, parse: (text: string) => T | undefined): Drawn<T> | undefined {
  const text = String(raw).trim();
  const match = /^(uniform|integer|one-of)\s*\((.*)\)$/.exec(text);
  if (!match) {
    const value = parse(text);
    return value === undefined ? undefined : { kind: 'fixed', value };
  }
  const values = (match[2] ?? '').split(',').map((piece) => parse(piece.trim()));
  if (!values.every((value) => value !== undefined)) return undefined;
  if (match[1] === 'one-of') return { kind: 'one-of', values };
  const [min, max] = values;
  if (values.length !== 2 || typeof min !== 'number' || typeof max !== 'number' || min > max)
    return undefined;
  return { kind: match[1] === 'integer' ? 'integer' : 'uniform', min, max };
}
