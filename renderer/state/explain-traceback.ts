/** Says in plain words what a Python error means and what to try. The original text always stays beside it. */

import type { Traceback } from '#interpreter/device/device.ts';
import { type MessageKey, t } from '../i18n/t.ts';
import { PROGRAM_FILE } from './blocks-file.ts';

export interface Explanation {
  /** Exception class as Python names it, such as `NameError`. */
  readonly type: string;
  /** Line of the learner's file where it happened, 1-based. */
  readonly line: number | undefined;
  readonly file: string;
  /** One sentence: what happened. */
  readonly what: string;
  /** One sentence: what to try. */
  readonly tryThis: string;
  /** As MicroPython printed it. */
  readonly original: string;
}

/** A rule applies where the class fits and the message matches. Groups of the pattern become {a} and {b}. */
interface Rule {
  readonly type: string;
  readonly pattern: RegExp;
  readonly name: ExplanationName;
}

/** `what.X` and `try.X` in the message table. */
type ExplanationName = MessageKey extends infer Key
  ? Key extends `what.${infer Name}`
    ? Name
    : never
  : never;

const RULES: readonly Rule[] = [
  { type: 'NameError', pattern: /name '(.+?)' isn't defined/, name: 'nameNotDefined' },
  { type: 'NameError', pattern: /local variable/, name: 'localNotAssigned' },
  { type: 'SyntaxError', pattern: /./, name: 'syntax' },
  { type: 'IndentationError', pattern: /unindent/, name: 'unindent' },
  { type: 'IndentationError', pattern: /./, name: 'indent' },
  { type: 'AttributeError', pattern: /'(.+?)' object has no attribute '(.+?)'/, name: 'noAttribute' },
  { type: 'AttributeError', pattern: /no attribute '(.+?)'/, name: 'noAttributeAtAll' },
  { type: 'ImportError', pattern: /no module named '(.+?)'/, name: 'noModule' },
  { type: 'ImportError', pattern: /can't import name (\S+)/, name: 'noNameInModule' },
  { type: 'IndexError', pattern: /./, name: 'index' },
  { type: 'KeyError', pattern: /(.+)/, name: 'key' },
  { type: 'ZeroDivisionError', pattern: /./, name: 'zeroDivision' },
  { type: 'TypeError', pattern: /unsupported types? for \S+ '(.+?)', '(.+?)'/, name: 'mixedTypes' },
  { type: 'TypeError', pattern: /can't convert '?(\w+)'? object to (\w+)/, name: 'cannotConvert' },
  { type: 'TypeError', pattern: /takes (\d+) positional arguments but (\d+)/, name: 'argumentCount' },
  { type: 'TypeError', pattern: /missing \d+ required/, name: 'argumentMissing' },
  { type: 'TypeError', pattern: /'?(\w+)'? object isn't callable/, name: 'notCallable' },
  { type: 'TypeError', pattern: /'?(\w+)'? object isn't (?:iterable|subscriptable)/, name: 'notAList' },
  { type: 'ValueError', pattern: /invalid syntax for (?:integer|number)/, name: 'notANumber' },
  { type: 'ValueError', pattern: /[Pp]in/, name: 'badPin' },
  { type: 'MemoryError', pattern: /(?:)/, name: 'memory' },
  { type: 'RuntimeError', pattern: /recursion/, name: 'recursion' },
  { type: 'OSError', pattern: /ENOENT|\b2\b/, name: 'noFile' },
  { type: 'OSError', pattern: /ETIMEDOUT|\b11[06]\b/, name: 'timedOut' },
  { type: 'KeyboardInterrupt', pattern: /(?:)/, name: 'interrupted' },
];

/** Looks at the class and message that MicroPython gave; an unknown error gets a general answer with its own words. */
export function explainTraceback(traceback: Traceback): Explanation {
  const { type, message, text } = traceback;
  const frame =
    traceback.frames.findLast(({ file }) => file.endsWith(PROGRAM_FILE)) ?? traceback.frames.at(-1);
  const [name, match] = findRule(type, message);
  const values = { type, message, a: match?.[1] ?? '', b: match?.[2] ?? '' };
  return {
    type,
    line: frame?.line,
    file: frame?.file.replace(/^\//, '') ?? PROGRAM_FILE,
    what: translate(`what.${name}`, values),
    tryThis: translate(`try.${name}`, values),
    original: text.trimEnd(),
  };
}

function findRule(type: string, message: string): [ExplanationName, RegExpExecArray | null] {
  for (const rule of RULES) {
    const match = rule.type === type ? rule.pattern.exec(message) : null;
    if (match) return [rule.name, match];
  }
  return ['unknown', null];
}

/** The table's keys differ in their placeholders; here every placeholder that can occur is given. */
function translate(key: MessageKey, values: Readonly<Record<string, string>>): string {
  return (t as (key: MessageKey, values: Readonly<Record<string, string>>) => string)(key, values);
}
