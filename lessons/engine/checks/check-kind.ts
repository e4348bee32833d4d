/** What every kind of check brings: how its fields are read and how evidence is judged. Words come from the lesson. */

import type { Evidence, Observable } from '#interpreter/device/evidence.ts';
import { type Bench, isTrouble } from '../bench.ts';
import { type Condition, parseCondition } from '../condition.ts';
import type { Fields } from '../fields.ts';
import { type Signal, parseSignal } from '../signal.ts';
import type { EvidencePointer } from '../verdict.ts';

/** A verdict before the lesson's own words are put to it. */
export type Finding =
  | { readonly kind: 'passed'; readonly measured?: string }
  | {
      readonly kind: 'failed';
      readonly measured: string;
      readonly wanted: string;
      readonly pointer?: EvidencePointer;
      /** What the learner hears where the lesson has no words of its own. */
      readonly message?: string;
    }
  | { readonly kind: 'not-reached'; readonly reason: string };

export interface Judge {
  /** Facts without which it cannot judge. */
  readonly needs: readonly Observable[];
  /** True where printing the right text is all that is asked, so that a program may print it and do nothing else. */
  readonly printable?: boolean;
  /** Pure: the same evidence gives the same finding. */
  judge(evidence: Evidence): Finding;
}

export interface CheckKind {
  /** Word after `kind:`. */
  readonly name: string;
  /**
   * `behavior`: judges what a run did. `ending`: judges how it ended. `text`: judges the program's text and needs no run.
   */
  readonly judges: 'behavior' | 'ending' | 'text';
  /** False where the kind has words of its own and the lesson may leave `say` out. */
  readonly needsMessage: boolean;
  /** Reads its fields; undefined where one is missing or wrong, which `fields` has then reported. */
  read(fields: Fields, bench: Bench): Judge | undefined;
}

const CONDITION_FIX = 'Write it like `pump.on is true` or `world.airTemperature rises above 30`.';

/** Reads a condition such as `expect: pump.on is true`. */
export function readCondition(fields: Fields, key: string, bench: Bench): Condition | undefined {
  const text = fields.requiredText(key, CONDITION_FIX);
  if (!text) return undefined;
  const condition = parseCondition(text, bench);
  if (!isTrouble(condition)) return condition;
  fields.problem('bad-condition', condition.trouble, condition.fix, key);
  return undefined;
}

/** Reads a signal such as `on: led.on`. */
export function readSignal(fields: Fields, key: string, bench: Bench): Signal | undefined {
  const text = fields.requiredText(key, `Add \`${key}: led.on\`, with your part and state.`);
  if (!text) return undefined;
  const signal = parseSignal(text, bench);
  if (!isTrouble(signal)) return signal;
  fields.problem('unknown-signal', signal.trouble, signal.fix, key);
  return undefined;
}
