/** Which controls of the world decide what a sensor reads. In a world a sensor's own sliders count for nothing. */

import type { ControlValue } from '#interpreter/device/capability.ts';
import type { ControlDefinition, PartDefinition, WorldDefinition } from '#interpreter/diagram/catalog.ts';

/** The world round the parts and where its controls stand. */
export interface Surroundings {
  readonly world: WorldDefinition;
  readonly controls: Readonly<Record<string, ControlValue>>;
}

/**
 * The world's controls that stand in for the part's own, or undefined where its own count.
 * A sensor's control `temperature` means the first variable of the world that ends so, such as `airTemperature`.
 */
export function worldControlsOf(
  part: PartDefinition | undefined,
  world: WorldDefinition | undefined,
): ControlDefinition[] | undefined {
  if (!part || !world) return undefined;
  const isSensor = part.pins.some((pin) => pin.role === 'output' || pin.role === 'bidirectional');
  const variables = isSensor
    ? part.controls.flatMap((control) => variableFor(control.name, world) ?? [])
    : [];
  if (variables.length === 0) return undefined;
  const wanted = variables.flatMap((name) => [name, `hold${capitalize(name)}`]);
  return world.controls.filter((control) => wanted.includes(control.name));
}

function variableFor(control: string, world: WorldDefinition): string | undefined {
  const ending = capitalize(control);
  return world.variables.find(({ name }) => name === control || name.endsWith(ending))?.name;
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
