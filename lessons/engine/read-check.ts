/** Reads a check block and turns it into a pure function from evidence to verdict, in the lesson's own words. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import type { Evidence, Observable } from '#interpreter/device/evidence.ts';
import type { Bench } from './bench.ts';
import type { Finding, Judge, CheckKind } from './checks/check-kind.ts';
import { readCondition } from './checks/check-kind.ts';
import { CHECK_KINDS } from './checks/registry.ts';
import type { Condition } from './condition.ts';
import type { Fields } from './fields.ts';
import type { LearnerQuestion, LessonCheck } from './lesson.ts';
import { valueAt } from './signal.ts';
import { explainTraceback } from './traceback-help.ts';
import type { Verdict } from './verdict.ts';
import { type Message, parseMessage, sayTime } from './words.ts';

/** More fitting words for a failure in which a condition held at the failing instant. */
interface WhenSeen {
  readonly condition: Condition;
  readonly message: Message;
}

export function readCheck(fields: Fields, bench: Bench): LessonCheck | undefined {
  const id = fields.requiredText('id', 'Add `id: pump-on-when-hot`, with a name of your own.');
  const title = fields.requiredText(
    'title',
    'Add `title: …`: what is checked, in one phrase for the learner.',
  );
  const scenarios = fields.texts('scenario');
  const kind = readKind(fields);
  if (!kind) return undefined;
  const say = fields.text('say');
  const message = say ? readMessage(say, fields, 'say', bench) : undefined;
  if (!message && kind.needsMessage) {
    fields.problem(
      'missing-field',
      'This check has no `say`.',
      'Add `say: "…"`: what the learner hears when it fails.',
    );
  }
  const question = readLearnerQuestion(fields);
  const whenSeen = fields.list('when-seen', 'This `when-seen`').map((entry) => readWhenSeen(entry, bench));
  const judge = kind.read(fields, bench);
  fields.finish();
  if (!id || !title || !judge || (kind.needsMessage && !message)) return undefined;
  const known = whenSeen.filter((entry) => entry !== undefined);
  return {
    id,
    title,
    kind: kind.name,
    behavior: kind.judges === 'behavior',
    printable: judge.printable ?? false,
    scenarios,
    judge: (evidence) => toVerdict(kind, judge, evidence, known, message),
    needs: judge.needs,
    ...(question && { question }),
    line: fields.line,
  };
}

export function needsScenario(check: LessonCheck): boolean {
  return CHECK_KINDS.find((kind) => kind.name === check.kind)?.judges !== 'text';
}

/** A pattern of a `mistake` block: a check without words. */
export interface Pattern {
  readonly judge: Judge;
  /** Scenario whose evidence is looked at; undefined means that of the failed run. */
  readonly scenario: string | undefined;
}

export function readPattern(fields: Fields, bench: Bench): Pattern | undefined {
  const kind = readKind(fields);
  const scenario = fields.text('scenario');
  const judge = kind?.read(fields, bench);
  if (kind) fields.finish();
  return judge && { judge, scenario };
}

export function isSeen({ judge }: Pattern, evidence: Evidence): boolean {
  return !blindSpot(judge, evidence) && judge.judge(evidence).kind === 'passed';
}

function readKind(fields: Fields): CheckKind | undefined {
  const names = CHECK_KINDS.map((kind) => kind.name);
  const name = fields.requiredText('kind', `Add \`kind: …\`, one of ${names.join(', ')}.`);
  const kind = CHECK_KINDS.find((candidate) => candidate.name === name);
  if (kind || !name) return kind;
  const fix = suggestName(name, names, 'kinds of check');
  fields.problem('unknown-check-kind', `There is no kind of check called \`${name}\`.`, fix, 'kind');
  return undefined;
}

export function readMessage(text: string, fields: Fields, key: string, bench: Bench): Message {
  return parseMessage(text, bench, (message, fix) =>
    fields.problem('unknown-placeholder', message, fix, key),
  );
}

function readLearnerQuestion(fields: Fields): LearnerQuestion | undefined {
  const question = fields.map('question', 'This `question`');
  const ask = question?.requiredText(
    'ask',
    'Add `ask: …`: what the learner sees when all is well, as a question.',
  );
  const ifNo = question?.requiredText('if-no', 'Add `if-no: …`: what helps where the answer is no.');
  question?.finish();
  return ask && ifNo ? { ask, ifNo } : undefined;
}

function readWhenSeen(fields: Fields, bench: Bench): WhenSeen | undefined {
  const condition = readCondition(fields, 'if', bench);
  const say = fields.requiredText('say');
  fields.finish();
  return condition && say ? { condition, message: readMessage(say, fields, 'say', bench) } : undefined;
}

function toVerdict(
  kind: CheckKind,
  judge: Judge,
  evidence: Evidence,
  whenSeen: readonly WhenSeen[],
  message: Message | undefined,
): Verdict {
  const missing = blindSpot(judge, evidence);
  if (missing)
    return {
      kind: 'cannot-see',
      message: `This board cannot tell about its ${missing}, so this was not checked.`,
    };
  const { traceback } = evidence.result;
  if (kind.judges === 'behavior' && traceback) {
    const help = explainTraceback(traceback);
    const pointer = { at: traceback.at, ...(help.line !== undefined && { line: help.line }) };
    return { kind: 'failed', message: help.message, measured: traceback.type, wanted: 'no error', pointer };
  }
  const finding = judge.judge(evidence);
  if (finding.kind === 'passed') return finding;
  if (finding.kind === 'not-reached')
    return { kind: 'not-reached', message: whyNotReached(finding.reason, evidence) };
  const at = finding.pointer?.at ?? evidence.until;
  return {
    kind: 'failed',
    message: wordsFor(finding, evidence, at, whenSeen, message),
    measured: finding.measured,
    wanted: finding.wanted,
    ...(finding.pointer && { pointer: finding.pointer }),
  };
}

function wordsFor(
  finding: Extract<Finding, { kind: 'failed' }>,
  evidence: Evidence,
  at: Nanoseconds,
  whenSeen: readonly WhenSeen[],
  message: Message | undefined,
): string {
  const values = { measured: finding.measured, wanted: finding.wanted, time: sayTime(at) };
  const special = whenSeen.find(({ condition }) => {
    const value = valueAt(condition.signal.read(evidence), at);
    return value !== undefined && condition.test(value);
  });
  const chosen = special?.message ?? message;
  return (
    chosen?.fill(values, evidence, at) ??
    finding.message ??
    `Seen: ${finding.measured}. Wanted: ${finding.wanted}.`
  );
}

function whyNotReached(reason: string, evidence: Evidence): string {
  if (evidence.result.end !== 'finished') return reason;
  const after = sayTime(evidence.until);
  return `Your program came to its end after ${after}, too soon to be checked. To go on and on it needs a loop: \`while True:\`.`;
}

function blindSpot(judge: Judge, evidence: Evidence): Observable | undefined {
  return judge.needs.find((need) => evidence.unobserved.has(need));
}
