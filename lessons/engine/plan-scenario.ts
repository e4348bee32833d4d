/** Expands a scenario for one seed into what is set, and when. The same seed gives the same plan on every machine. */

import { type Nanoseconds, formatDuration } from '#common/time/duration.ts';
import { createRandom } from '#common/random/random.ts';
import type { ControlValue, TimedStimulus } from '#interpreter/device/capability.ts';
import type { ControlRef, ControlSetting, Drawn, Scenario, ScenarioStep } from './lesson.ts';

/** Small steps of a ramp whose author did not say how many. */
const RAMP_STEPS = 60;

export interface ScenarioPlan {
  readonly scenario: Scenario;
  readonly seed: number;
  /** In the order of time; what is given comes at 0, before the first line of the program. */
  readonly stimuli: readonly TimedStimulus[];
  /** What the seed drew, by the name of the control or time: `world.airTemperature` to `33.2`. */
  readonly drawn: Readonly<Record<string, string>>;
}

export function planScenario(scenario: Scenario, seed: number): ScenarioPlan {
  const script = new Script(scenario.id, seed);
  script.setAll(scenario.given);
  for (const step of scenario.steps) script.play(step);
  return { scenario, seed, stimuli: script.stimuli, drawn: script.drawn };
}

/** Writes the stimuli down, step by step, and remembers what was drawn. */
class Script {
  readonly stimuli: TimedStimulus[] = [];
  readonly drawn: Record<string, string> = {};
  readonly #scenario: string;
  readonly #seed: number;
  readonly #current = new Map<string, ControlValue>();
  #now: Nanoseconds = 0;

  constructor(scenario: string, seed: number) {
    this.#scenario = scenario;
    this.#seed = seed;
  }

  play(step: ScenarioStep): void {
    if (step.kind === 'set') this.setAll(step.settings);
    else if (step.kind === 'delay') this.#now += this.#time('delay', step.time);
    else if (step.kind === 'at') this.#now = Math.max(this.#now, this.#time('at', step.time));
    else this.#ramp(step);
  }

  setAll(settings: readonly ControlSetting[]): void {
    for (const setting of settings)
      this.#set(this.#now, setting, this.#value(nameOf(setting), setting.value));
  }

  #set(at: Nanoseconds, { part, control }: ControlRef, value: ControlValue): void {
    this.#current.set(nameOf({ part, control }), value);
    this.stimuli.push({ at, part, control, value });
  }

  #ramp(step: Extract<ScenarioStep, { kind: 'ramp' }>): void {
    const name = nameOf(step.control);
    const to = this.#number(name, step.to);
    const known = this.#current.get(name);
    const from = step.from ? this.#number(`${name} from`, step.from) : typeof known === 'number' ? known : to;
    const over = this.#time('over', step.over);
    const count = Math.max(1, step.every ? Math.ceil(over / step.every) : RAMP_STEPS);
    for (let i = 1; i <= count; i++) {
      this.#set(this.#now + Math.round((over * i) / count), step.control, from + ((to - from) * i) / count);
    }
    this.#now += over;
  }

  #value(name: string, drawn: Drawn<ControlValue>): ControlValue {
    if (drawn.kind === 'fixed') return drawn.value;
    if (drawn.kind === 'one-of') return this.#note(name, (random) => pick(drawn.values, random), String);
    return this.#number(name, drawn);
  }

  /** Rounded to thousandths, so that what the report shows is what was set. */
  #number(name: string, drawn: Drawn<number>): number {
    return this.#draw(name, drawn, (value) => Math.round(value * 1000) / 1000, String);
  }

  #time(name: string, drawn: Drawn<Nanoseconds>): Nanoseconds {
    return this.#draw(name, drawn, Math.round, formatDuration);
  }

  #draw(
    name: string,
    drawn: Drawn<number>,
    round: (value: number) => number,
    show: (value: number) => string,
  ): number {
    if (drawn.kind === 'fixed') return drawn.value;
    if (drawn.kind === 'one-of') return this.#note(name, (random) => pick(drawn.values, random), show);
    const { min, max } = drawn;
    if (drawn.kind === 'integer') return this.#note(name, (random) => random.integer(min, max), show);
    return this.#note(name, (random) => round(random.between(min, max)), show);
  }

  /** Each value has a generator of its own, so that a new one never shifts the others. */
  #note<T>(
    name: string,
    draw: (random: ReturnType<typeof createRandom>) => T,
    show: (value: T) => string,
  ): T {
    let key = name;
    for (let i = 2; key in this.drawn; i++) key = `${name} (${i})`;
    const value = draw(createRandom(this.#seed, `${this.#scenario}/${key}`));
    this.drawn[key] = show(value);
    return value;
  }
}

function pick<T>(values: readonly T[], random: ReturnType<typeof createRandom>): T {
  // The reader refuses an empty list, so the index is always inside.
  return values[random.integer(0, values.length - 1)] as T;
}

function nameOf({ part, control }: ControlRef): string {
  return `${part}.${control}`;
}
