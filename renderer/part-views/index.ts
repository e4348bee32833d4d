/** From part type and board id to drawing. Anything unknown becomes a labeled box; nothing here ever throws. */

import type { BoardDefinition, PartDefinition } from '#interpreter/diagram/catalog.ts';
import type { DiagramPart } from '#interpreter/diagram/diagram.ts';
import AnalogTemperatureSensor from './AnalogTemperatureSensor.svelte';
import { boardBoxGeometry } from './board-box.ts';
import { boxGeometry } from './box.ts';
import Dht22 from './Dht22.svelte';
import Esp32Board from './Esp32Board.svelte';
import Led from './Led.svelte';
import { PICO_GEOMETRY } from './pico-geometry.ts';
import PicoBoard from './PicoBoard.svelte';
import Potentiometer from './Potentiometer.svelte';
import PushButton from './PushButton.svelte';
import Relay from './Relay.svelte';
import Resistor from './Resistor.svelte';
import Servo from './Servo.svelte';
import SoilMoistureSensor from './SoilMoistureSensor.svelte';
import UnknownBoard from './UnknownBoard.svelte';
import UnknownPart from './UnknownPart.svelte';
import type { Attributes, BoardView, ControlValues, Geometry, PartView } from './view.ts';
import { WOKWI_GEOMETRY } from './wokwi.ts';

const TMP36_GEOMETRY: Geometry = {
  width: 56,
  height: 84,
  pins: [
    { name: 'VCC', x: 13.6, y: 81 },
    { name: 'OUT', x: 28, y: 81 },
    { name: 'GND', x: 42.4, y: 81 },
  ],
};

const RELAY_GEOMETRY: Geometry = {
  width: 176,
  height: 92,
  pins: [
    { name: 'VCC', x: 18, y: 88 },
    { name: 'GND', x: 32.4, y: 88 },
    { name: 'IN', x: 46.8, y: 88 },
  ],
};

const SOIL_GEOMETRY: Geometry = {
  width: 52,
  height: 124,
  pins: [
    { name: 'VCC', x: 14, y: 2 },
    { name: 'GND', x: 26, y: 2 },
    { name: 'AOUT', x: 38, y: 2 },
  ],
};

const fixed =
  (geometry: Geometry): PartView['geometry'] =>
  () =>
    geometry;

const PART_VIEWS: Readonly<Record<string, PartView>> = {
  led: { component: Led, geometry: fixed(WOKWI_GEOMETRY.led) },
  'push-button': { component: PushButton, geometry: fixed(WOKWI_GEOMETRY.pushButton), direct: true },
  potentiometer: { component: Potentiometer, geometry: fixed(WOKWI_GEOMETRY.potentiometer), direct: true },
  'analog-temperature-sensor': { component: AnalogTemperatureSensor, geometry: fixed(TMP36_GEOMETRY) },
  dht22: { component: Dht22, geometry: fixed(WOKWI_GEOMETRY.dht22) },
  relay: { component: Relay, geometry: fixed(RELAY_GEOMETRY) },
  servo: { component: Servo, geometry: fixed(WOKWI_GEOMETRY.servo) },
  'soil-moisture-sensor': { component: SoilMoistureSensor, geometry: fixed(SOIL_GEOMETRY) },
  resistor: { component: Resistor, geometry: fixed(WOKWI_GEOMETRY.resistor) },
};

const UNKNOWN_PART: PartView = {
  component: UnknownPart,
  geometry: (definition, wiredPins) => boxGeometry(definition?.pins.map((pin) => pin.name) ?? wiredPins),
};

const BOARD_VIEWS: Readonly<Record<string, BoardView>> = {
  pico: { component: PicoBoard, geometry: () => PICO_GEOMETRY },
  esp32_devkit: { component: Esp32Board, geometry: () => WOKWI_GEOMETRY.esp32 },
};

const UNKNOWN_BOARD: BoardView = { component: UnknownBoard, geometry: boardBoxGeometry };

export function partView(type: string): PartView {
  return Object.hasOwn(PART_VIEWS, type) ? (PART_VIEWS[type] ?? UNKNOWN_PART) : UNKNOWN_PART;
}

export function boardView(board: BoardDefinition | undefined): BoardView {
  return (board && BOARD_VIEWS[board.id]) ?? UNKNOWN_BOARD;
}

/** The part's attributes with the definition's defaults filled in. */
export function attributesOf(part: DiagramPart, definition: PartDefinition | undefined): Attributes {
  const defaults = (definition?.attributes ?? []).map(
    (attribute) => [attribute.name, attribute.default] as const,
  );
  return { ...Object.fromEntries(defaults), ...part.attrs };
}

/** Where the controls stand: defaults, overruled by what was set. */
export function controlValuesOf(
  controls: PartDefinition['controls'] | undefined,
  ...set: readonly (ControlValues | undefined)[]
): ControlValues {
  const defaults = (controls ?? []).map((control) => [control.name, control.default] as const);
  return Object.assign({}, Object.fromEntries(defaults), ...set) as ControlValues;
}
