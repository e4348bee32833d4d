/** Evidence -> Check -> Verdict. A check is a pure function; its message names what was seen and what was wanted. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';

/** Where in the evidence a verdict points. */
export interface EvidencePointer {
  readonly at: Nanoseconds;
  /** Board pin, part id or `output`. */
  readonly subject?: string;
  /** Source line, 1-based. */
  readonly line?: number;
}

export type Verdict =
  | { readonly kind: 'passed'; readonly measured?: string }
  | {
      readonly kind: 'failed';
      /** For the learner: what happened, what was wanted, where to look. */
      readonly message: string;
      readonly measured: string;
      readonly wanted: string;
      readonly pointer?: EvidencePointer;
    }
  /** The situation the check is about never came up. Never counts as passed. */
  | { readonly kind: 'not-reached'; readonly message: string }
  /** This device cannot observe what the check needs. */
  | { readonly kind: 'cannot-see'; readonly message: string };

export type FailedVerdict = Extract<Verdict, { readonly kind: 'failed' }>;

export type Check = (evidence: Evidence) => Verdict;
