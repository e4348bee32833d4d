/** Where the simulated hardware tells what happens. The owner batches it, adds line numbers and carries it over the wall. */

import type { PartSnapshot, PinEdge, PwmChange, WorldSample } from '../device/trace.ts';

export interface TraceSink {
  edge(edge: PinEdge): void;
  pwm(change: PwmChange): void;
  part(snapshot: PartSnapshot): void;
  world(sample: WorldSample): void;
  /** `code` is kebab-case, `message` one sentence for a person. It happened at the clock's present instant. */
  notice(code: string, message: string): void;
}
