/** Evidence is the immutable record of one run. Lesson checks are pure functions over it. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { OutputChunk, ProgramFiles, RunResult } from './device.ts';
import type { TimedStimulus } from './capability.ts';
import type { Notice, PartSnapshot, PinEdge, PwmChange, WorldSample } from './trace.ts';

/** Kinds of fact a device may be unable to observe. A check that needs one answers `cannot-see`. */
export type Observable = 'output' | 'pins' | 'parts' | 'world';

export interface Evidence {
  readonly source: ProgramFiles;
  readonly result: RunResult;
  /** Virtual time that the run covered, ns. */
  readonly until: Nanoseconds;
  readonly output: readonly OutputChunk[];
  readonly edges: readonly PinEdge[];
  readonly pwm: readonly PwmChange[];
  readonly parts: readonly PartSnapshot[];
  readonly world: readonly WorldSample[];
  readonly notices: readonly Notice[];
  /** What was done to the controls during the run. */
  readonly stimuli: readonly TimedStimulus[];
  readonly unobserved: ReadonlySet<Observable>;
}
