/** Conditions such as `world.airTemperature rises above 30` and the spans of a run in which they hold. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import { type Bench, type Trouble, isTrouble } from './bench.ts';
import { type Signal, type SignalValue, parseSignal, showValue } from './signal.ts';

export interface Condition {
  readonly signal: Signal;
  readonly test: (value: SignalValue) => boolean;
  /** True for `rises above`, `falls below`, `becomes`: a span that begins with the run does not count. */
  readonly edge: boolean;
  /** For a learner: `the water pump is on`. */
  readonly words: string;
}

/** From `start` (included) to `end`, ns. */
export interface Span {
  readonly start: Nanoseconds;
  readonly end: Nanoseconds;
}

interface Form {
  readonly pattern: RegExp;
  readonly edge: boolean;
  readonly words: (target: string) => string;
  readonly test: (operands: readonly string[]) => (value: SignalValue) => boolean;
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)(?:\s*[^\d\s][^\s]*)?`;
const above =
  ([limit]: readonly string[]) =>
  (value: SignalValue) =>
    Number(value) > Number(limit);
const below =
  ([limit]: readonly string[]) =>
  (value: SignalValue) =>
    Number(value) < Number(limit);
const same =
  ([target = '']: readonly string[]) =>
  (value: SignalValue) =>
    meansSame(value, target);

/** In the order of trying. */
const FORMS: readonly Form[] = [
  { pattern: form(`rises above ${NUMBER}`), edge: true, words: (to) => `above ${to}`, test: above },
  { pattern: form(`falls below ${NUMBER}`), edge: true, words: (to) => `below ${to}`, test: below },
  { pattern: form(`(?:is|stays) above ${NUMBER}`), edge: false, words: (to) => `above ${to}`, test: above },
  { pattern: form(`(?:is|stays) below ${NUMBER}`), edge: false, words: (to) => `below ${to}`, test: below },
  {
    pattern: form(`(?:is|stays) between ${NUMBER} and ${NUMBER}`),
    edge: false,
    words: (to) => `between ${to}`,
    test:
      ([low, high]) =>
      (value) =>
        Number(value) >= Number(low) && Number(value) <= Number(high),
  },
  {
    pattern: form(String.raw`(?:is|stays) not (\S+)`),
    edge: false,
    words: (to) => `not ${to}`,
    test: (operands) => (value) => !same(operands)(value),
  },
  { pattern: form(String.raw`becomes (\S+)`), edge: true, words: (to) => to, test: same },
  { pattern: form(String.raw`(?:is|stays) (\S+)`), edge: false, words: (to) => to, test: same },
];

function form(operator: string): RegExp {
  return new RegExp(String.raw`^(\S+)\s+${operator.replaceAll(' ', String.raw`\s+`)}$`);
}

const TRUE_WORDS = ['on', 'high', 'true', 'yes'];
const FALSE_WORDS = ['off', 'low', 'false', 'no'];

function meansSame(value: SignalValue, target: string): boolean {
  if (TRUE_WORDS.includes(target)) return value === true || value === 1;
  if (FALSE_WORDS.includes(target)) return value === false || value === 0;
  if (target === 'floating') return value === 'z';
  return typeof value === 'number' ? value === Number(target) : String(value) === target;
}

const FIX =
  'Write it like `pump.on is true`, `board:GPIO12 is high` or `world.airTemperature rises above 30`.';

export function parseCondition(text: string, bench: Bench): Condition | Trouble {
  for (const { pattern, edge, words, test } of FORMS) {
    const match = pattern.exec(text.trim());
    if (!match) continue;
    const [, name = '', ...operands] = match;
    const signal = parseSignal(name, bench);
    if (isTrouble(signal)) return signal;
    const targets = operands.map((operand) => showTarget(signal, operand));
    return {
      signal,
      edge,
      test: test(operands),
      words: `${signal.label} is ${words(targets.join(' and '))}`,
    };
  }
  return { trouble: `\`${text}\` is not a condition that a check understands.`, fix: FIX };
}

function showTarget(signal: Signal, operand: string): string {
  const truth = TRUE_WORDS.includes(operand) || FALSE_WORDS.includes(operand);
  if (truth)
    return showValue(
      signal,
      signal.needs === 'pins' ? (TRUE_WORDS.includes(operand) ? 1 : 0) : TRUE_WORDS.includes(operand),
    );
  return operand.trim() !== '' && Number.isFinite(Number(operand))
    ? showValue(signal, Number(operand))
    : operand;
}

/** Where the condition held, in order. Gaps shorter than `glitch` are closed. */
export function spansOf(condition: Condition, evidence: Evidence, glitch: Nanoseconds = 0): readonly Span[] {
  const timeline = condition.signal.read(evidence);
  const spans: Span[] = [];
  timeline.forEach((point, index) => {
    if (!condition.test(point.value)) return;
    const end = timeline[index + 1]?.at ?? evidence.until;
    const last = spans.at(-1);
    if (last && point.at - last.end <= glitch) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start: point.at, end });
  });
  const first = timeline[0];
  const beganTrue = condition.edge && first !== undefined && condition.test(first.value);
  return beganTrue ? spans.slice(1) : spans;
}

/** The first instant in `from`..`to` outside all spans, or undefined where they cover it whole. */
export function firstGap(
  spans: readonly Span[],
  from: Nanoseconds,
  to: Nanoseconds,
): Nanoseconds | undefined {
  let at = from;
  for (const span of spans) {
    if (span.end <= at) continue;
    if (span.start > at) break;
    at = span.end;
    if (at >= to) return undefined;
  }
  return at < to ? at : undefined;
}

/** After its last line a program's pins and parts stay as they are, so evidence of a finished run reaches to `until`. */
export function prolonged(evidence: Evidence, until: Nanoseconds): Evidence {
  const holds = evidence.result.end === 'finished' && until > evidence.until;
  return holds ? { ...evidence, until } : evidence;
}
