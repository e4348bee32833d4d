/** The controls of a simulated bench: set while a program runs or in between, kept from run to run. */

import type { ControlValue, ControlValues, Stimulus, TimedStimulus } from '../device/capability.ts';
import { DeviceError } from '../device/device-error.ts';
import type { ControlDefinition } from '../diagram/catalog.ts';
import type { HostControl } from '../worker/shared-control.ts';

export class SimulatedStimulus implements Stimulus {
  readonly #definitions: ReadonlyMap<string, readonly ControlDefinition[]>;
  #values: Record<string, Record<string, number | boolean>> = {};
  #steps: readonly TimedStimulus[] = [];
  #control: HostControl | undefined;

  /** @param definitions controls of each part and of `world`. */
  constructor(definitions: ReadonlyMap<string, readonly ControlDefinition[]>) {
    this.#definitions = definitions;
  }

  /** What the next run begins with. */
  get values(): ControlValues {
    return this.#values;
  }

  get steps(): readonly TimedStimulus[] {
    return this.#steps;
  }

  async set(part: string, control: string, value: ControlValue): Promise<void> {
    const definition = this.#definitions.get(part)?.find(({ name }) => name === control);
    if (!definition) throw this.#unknown(part, control);
    // A button springs back; everything else stays as it was left.
    if (definition.kind !== 'button' && typeof value !== 'string')
      (this.#values[part] ??= {})[control] = value;
    this.#control?.send({ kind: 'control', part, control, value });
  }

  plan(steps: readonly TimedStimulus[]): void {
    for (const { part, control } of steps) {
      if (!this.#definitions.get(part)?.some(({ name }) => name === control))
        throw this.#unknown(part, control);
    }
    this.#steps = steps;
  }

  begin(control: HostControl): void {
    this.#control = control;
  }

  end(): void {
    this.#control = undefined;
  }

  /** Back to the defaults of power-on. */
  reset(): void {
    this.#values = {};
  }

  #unknown(part: string, control: string): DeviceError {
    const known = [...this.#definitions].flatMap(([id, list]) => list.map(({ name }) => `${id}.${name}`));
    return new DeviceError(
      'unknown-control',
      `There is no control "${part}.${control}". Controls: ${known.join(', ') || 'none'}.`,
    );
  }
}
