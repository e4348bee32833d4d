/** What can stand in a diagram: boards, part types and world types, described as data. Models never know views. */

export type PinRole =
  | 'power'
  | 'ground'
  /** The part only senses this pin. */
  | 'input'
  /** The part drives this pin. */
  | 'output'
  /** Both, such as a one-wire data line. */
  | 'bidirectional'
  /** Neither: a plain conductor, such as a switch contact. */
  | 'passive';

export interface PartPinDefinition {
  /** Name as printed on the part: `VCC`, `OUT`. */
  readonly name: string;
  readonly role: PinRole;
  /** One phrase for tooltips and screen readers. */
  readonly description?: string;
}

/** A control is declared once; slider, keyboard, aria label, scenario step and `--set` all derive from it. */
export type ControlDefinition =
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly label: string;
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly default: number;
    }
  | { readonly kind: 'switch'; readonly name: string; readonly label: string; readonly default: boolean }
  /** On while held. */
  | { readonly kind: 'button'; readonly name: string; readonly label: string; readonly default: false };

export interface AttributeDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly default: string | number | boolean;
  /** Allowed values, where there is a closed list. */
  readonly options?: readonly (string | number)[];
}

/** One named value of a part's snapshot. */
export interface StateDefinition {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
}

export interface PartDefinition {
  /** Kebab-case id used in diagrams: `push-button`. */
  readonly type: string;
  readonly name: string;
  /** One sentence: what it is for. */
  readonly description: string;
  /** Part type in Wokwi's diagram.json, where it has one. */
  readonly wokwiType?: string;
  /** Wokwi pin name to ours, where they differ. */
  readonly wokwiPins?: Readonly<Record<string, string>>;
  readonly pins: readonly PartPinDefinition[];
  readonly attributes: readonly AttributeDefinition[];
  readonly controls: readonly ControlDefinition[];
  readonly state: readonly StateDefinition[];
  /** Where the numbers come from (data sheet, documentation page). */
  readonly source: string;
}

export interface WorldVariable {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Changes smaller than this are not told. */
  readonly resolution: number;
}

export interface WorldDefinition {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly variables: readonly WorldVariable[];
  readonly controls: readonly ControlDefinition[];
  readonly source: string;
}

export interface BoardPin {
  /** Canonical name: `GPIO12`, `3V3`, `GND`. */
  readonly name: string;
  /** Other names that programs and diagrams use: `D12`, `12`. The first one is what the board has printed on it. */
  readonly aliases: readonly string[];
  readonly role: 'gpio' | 'power' | 'ground' | 'other';
  /** GPIO number; present exactly when role is gpio. */
  readonly gpio?: number;
  /** False for input-only pins such as ESP32 GPIO34..39. */
  readonly output?: boolean;
  /** False where the chip has no internal pull resistors on it. */
  readonly pulls?: boolean;
  /** ADC unit and channel, where the pin has one. */
  readonly adc?: { readonly unit: number; readonly channel: number };
  /** Why a learner should leave it alone (flash, strapping), shown as a warning. */
  readonly caution?: string;
  /** Volts; present on power pins. */
  readonly volts?: number;
  /** False where the chip has the pin but the board has no hole for a wire: programs reach it, connections do not. */
  readonly brokenOut?: boolean;
}

export interface BoardDefinition {
  readonly id: string;
  readonly name: string;
  /** Other ids that are accepted for it, such as Wokwi's part types. */
  readonly aliases: readonly string[];
  /** MicroPython port: `rp2`, `esp32`, `esp8266`, `stm32`. */
  readonly port: string;
  /** `sys.implementation._machine`. */
  readonly machine: string;
  /** `sys.platform`. */
  readonly platform: string;
  /** Key of this board in the API list, such as `esp32:ESP32_GENERIC`. */
  readonly apiBoard: string;
  readonly description: string;
  /** Logic supply, volts. */
  readonly logicVolts: number;
  /** CPU clock at power-on, Hz. */
  readonly cpuFrequency: number;
  /** Free heap at the first line of main.py, bytes. */
  readonly heapBytes: number;
  /** Virtual cost of one Python statement, ns. */
  readonly statementCost: number;
  readonly adc: {
    /** Native resolution, bits. */
    readonly bits: number;
    /** Full-scale volts at the default range. */
    readonly referenceVolts: number;
    /** `ADC.ATTN_*` constants: name to value and full-scale volts. Empty where the board has none. */
    readonly attenuations: readonly {
      readonly name: string;
      readonly value: number;
      readonly volts: number;
    }[];
  };
  readonly pwm: { readonly minFrequency: number; readonly maxFrequency: number; readonly dutyBits: number };
  /** `Pin("LED")`: GPIO number, or undefined where the firmware has no pin of that name. */
  readonly led?: number;
  /** GPIO number that lights the LED soldered to the board, whether or not firmware knows it as `LED`. */
  readonly onboardLed?: number;
  readonly pins: readonly BoardPin[];
  /** Modules that main.py finds imported already, as the port's boot files leave them. */
  readonly bootImports: readonly string[];
}

export interface Catalog {
  readonly boards: readonly BoardDefinition[];
  readonly parts: readonly PartDefinition[];
  readonly worlds: readonly WorldDefinition[];
}
