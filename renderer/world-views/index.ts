/** From world type to picture, and the values that picture and words show. A world without a picture still has its words. */

import type { Component } from 'svelte';
import type { ControlValue } from '#interpreter/device/capability.ts';
import type { WorldDefinition } from '#interpreter/diagram/catalog.ts';
import { WORLD_ID } from '#interpreter/diagram/diagram.ts';
import Greenhouse from './Greenhouse.svelte';
import { greenhouseReadings } from './greenhouse-readings.ts';
import { plainReadings, type Reading } from './reading.ts';

export type WorldValues = Readonly<Record<string, number>>;

export interface WorldViewProps {
  /** Variable name to value. */
  readonly values: WorldValues;
  /** Where the controls stand. */
  readonly controls: Readonly<Record<string, ControlValue>>;
}

export interface WorldView {
  readonly component?: Component<WorldViewProps>;
  readonly readings: (world: WorldDefinition, values: WorldValues) => readonly Reading[];
  /** Controls that set a variable of the same name: their sliders follow it. */
  readonly followed: readonly string[];
}

/** The part of the bench state that the world's picture needs. */
interface WorldSource {
  readonly world: WorldValues;
  controlsOf(part: string): Readonly<Record<string, ControlValue>>;
}

type Settings = Readonly<Record<string, number | boolean>>;

const WORLD_VIEWS: Readonly<Record<string, WorldView>> = {
  greenhouse: {
    component: Greenhouse,
    readings: greenhouseReadings,
    followed: ['timeOfDay', 'airTemperature', 'airHumidity', 'soilMoisture'],
  },
};

const PLAIN: WorldView = { readings: plainReadings, followed: [] };

export function worldView(world: WorldDefinition): WorldView {
  return WORLD_VIEWS[world.type] ?? PLAIN;
}

/** The latest sample; before the first one, what the controls will start the world with. */
export function worldValues(
  world: WorldDefinition,
  source: WorldSource,
  settings: Settings = {},
): WorldValues {
  const start = Object.entries(settled(world, source, settings)).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { ...Object.fromEntries(start), ...source.world };
}

/** Where the controls stand now. */
export function worldControlValues(
  world: WorldDefinition,
  source: WorldSource,
  settings: Settings = {},
): Readonly<Record<string, ControlValue>> {
  const followed = worldView(world).followed.flatMap((name) => {
    const value = source.world[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...settled(world, source, settings), ...Object.fromEntries(followed) };
}

function settled(
  world: WorldDefinition,
  source: WorldSource,
  settings: Settings,
): Record<string, ControlValue> {
  const defaults = world.controls.map((control) => [control.name, control.default] as const);
  return { ...Object.fromEntries(defaults), ...settings, ...source.controlsOf(WORLD_ID) };
}
