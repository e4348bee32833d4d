/** What a drawing of a part or board is: a component, its size and where its pins are. Knows no diagram layout and no device. */

import type { Component } from 'svelte';
import type { ControlValue } from '#interpreter/device/capability.ts';
import type { PartState } from '#interpreter/device/trace.ts';
import type { BoardDefinition, PartDefinition } from '#interpreter/diagram/catalog.ts';
import type { DiagramPart } from '#interpreter/diagram/diagram.ts';

/** A pin of a drawing, CSS pixels from its top left corner. */
export interface PinPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface Geometry {
  /** CSS pixels at scale 1. */
  readonly width: number;
  readonly height: number;
  readonly pins: readonly PinPoint[];
}

export type Attributes = Readonly<Record<string, string | number | boolean>>;
export type ControlValues = Readonly<Record<string, ControlValue>>;

export interface PartViewProps {
  readonly part: DiagramPart;
  /** Undefined where the catalog does not know the type. */
  readonly definition: PartDefinition | undefined;
  /** Latest snapshot; undefined before the first run. */
  readonly state: PartState | undefined;
  /** Attribute values, defaults filled in. */
  readonly attrs: Attributes;
  /** Where every declared control stands, defaults filled in. */
  readonly values: ControlValues;
  readonly geometry: Geometry;
  /** The person moved something on the drawing itself. */
  readonly oncontrol: (control: string, value: ControlValue) => void;
}

export interface PartView {
  readonly component: Component<PartViewProps>;
  /** True where the drawing itself is the control, such as a knob. */
  readonly direct?: boolean;
  /** `wiredPins` are the pin names that the diagram uses: all that is known of a part without a definition. */
  geometry(definition: PartDefinition | undefined, wiredPins: readonly string[]): Geometry;
}

export interface BoardViewProps {
  /** Undefined where the catalog does not know the board. */
  readonly board: BoardDefinition | undefined;
  readonly powered: boolean;
  /** Brightness of the board's own LED, 0 to 1. */
  readonly led: number;
  readonly geometry: Geometry;
}

export interface BoardView {
  readonly component: Component<BoardViewProps>;
  geometry(board: BoardDefinition | undefined): Geometry;
}
