/** A menu of pins: wired ones by name, then the board's others. Its value is Python source, so any pin of any board is kept. */

import * as Blockly from 'blockly/core';
import { FIELD } from '../field-types.ts';
import { text } from '../messages/messages.ts';
import { type PinChoice, pinChoices, pinJob, type PinOption, pinOptions } from './pin-menu.ts';

/** Highest GPIO number of the supported chips (ESP32-S3). */
const LAST_GPIO = 48;
/** The Pico's on-board light has a name instead of a number. */
const BUILT_IN = "'LED'";

/** Characters of a label that a block shows; the menu shows all of it. */
const LONGEST_LABEL = 16;

interface FieldPinConfig extends Blockly.FieldDropdownConfig {
  readonly pin?: string;
}

export class FieldPin extends Blockly.FieldDropdown {
  static readonly TYPE = FIELD.pin;

  constructor(pin: string, config: FieldPinConfig = {}) {
    super(menuOptions, undefined, config);
    this.setValue(pin);
  }

  static override fromJson(config: FieldPinConfig): FieldPin {
    return new FieldPin(config.pin ?? '0', config);
  }

  protected override doClassValidation_(value?: string): string | null {
    return value ? String(value) : null;
  }

  protected override doValueUpdate_(value: string): void {
    this.value_ = value;
    this.getOptions(false);
    super.doValueUpdate_(value);
  }

  /** A long name is cut so that the number stays readable: `temperature s…, GPIO34`. What the menu warns of is not repeated. */
  protected override getText_(): string | null {
    const value = this.getValue();
    const known = pinChoices(this.getSourceBlock()?.workspace).find((pin) => sourceOf(pin) === value);
    const label = known ? labelOf(known) : super.getText_();
    if (label === null || label.length <= LONGEST_LABEL) return label;
    const comma = label.lastIndexOf(',');
    const end = comma < 0 ? '' : label.slice(comma);
    return `${label.slice(0, Math.max(LONGEST_LABEL - end.length - 1, 1)).trimEnd()}…${end}`;
  }

  /** The whole label is read out, after what can be seen of it. */
  override getAriaValue(): string {
    const [shown, whole] = [this.getText(), super.getAriaValue()];
    return shown === whole ? whole : `${shown}: ${whole}`;
  }

  /** Shows the names of newly wired pins. */
  refresh(): void {
    const value = this.getValue();
    if (value === null) return;
    this.doValueUpdate_(value);
    this.forceRerender();
  }
}

function menuOptions(this: Blockly.FieldDropdown): Blockly.MenuOption[] {
  const block = this.getSourceBlock();
  const known = pinChoices(block?.workspace);
  const [wired, free, unfit] = pinOptions(known.length > 0 ? known : anyBoard(), pinJob(block));
  const groups = [wired.map(menuOption), free.map(menuOption), unfit.map(menuOption)];
  const current = this.getValue();
  if (current !== null && !groups.flat().some(([, value]) => value === current)) {
    groups[1]?.unshift([pinLabel(current), current]);
  }
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): Blockly.MenuOption[] =>
      index === 0 ? group : [Blockly.FieldDropdown.SEPARATOR as 'separator', ...group],
    );
}

/** What is offered while no board is known. */
function anyBoard(): PinChoice[] {
  const numbered = Array.from({ length: LAST_GPIO + 1 }, (_, gpio) => ({
    label: text('PIN_GPIO', gpio),
    gpio,
    wired: false,
  }));
  return [...numbered, { label: text('PIN_BUILT_IN'), gpio: -1, wired: false, builtIn: true }];
}

function menuOption({ pin, mark }: PinOption): [string, string] {
  return [mark ? text(mark, labelOf(pin)) : labelOf(pin), sourceOf(pin)];
}

function labelOf({ label, builtIn }: PinChoice): string {
  return builtIn ? text('PIN_BUILT_IN') : label;
}

/** What stands for the pin in Python. */
function sourceOf({ gpio, builtIn }: PinChoice): string {
  return builtIn ? BUILT_IN : String(gpio);
}

function pinLabel(source: string): string {
  if (source === BUILT_IN) return text('PIN_BUILT_IN');
  return /^\d+$/.test(source) ? text('PIN_GPIO', source) : source;
}
