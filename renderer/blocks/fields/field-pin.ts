/** A menu of pins: wired ones by name, then every number. Its value is Python source, so any pin of any board is kept. */

import * as Blockly from 'blockly/core';
import { text } from '../messages/messages.ts';
import { pinChoices } from './pin-menu.ts';

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
  static readonly TYPE = 'pinlab_pin';

  constructor(pin: string, config: FieldPinConfig = {}) {
    super(pinOptions, undefined, config);
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

  /** A long name is cut so that the number stays readable: `temperature s…, GPIO34`. */
  protected override getText_(): string | null {
    const label = super.getText_();
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

function pinOptions(this: Blockly.FieldDropdown): Blockly.MenuOption[] {
  const wired = pinChoices(this.getSourceBlock()?.workspace);
  const wiredOptions = wired.map(({ label, gpio }): [string, string] => [label, String(gpio)]);
  const values = new Set(wiredOptions.map(([, value]) => value));
  const others = [...Array(LAST_GPIO + 1).keys()].map(String).filter((value) => !values.has(value));
  const current = this.getValue();
  if (current !== null && !values.has(current) && !others.includes(current) && current !== BUILT_IN) {
    others.unshift(current);
  }
  return [
    ...wiredOptions,
    ...(wiredOptions.length > 0 ? [Blockly.FieldDropdown.SEPARATOR as 'separator'] : []),
    ...others.map((value): [string, string] => [pinLabel(value), value]),
    [text('PIN_BUILT_IN'), BUILT_IN],
  ];
}

function pinLabel(source: string): string {
  return /^\d+$/.test(source) ? text('PIN_GPIO', source) : source;
}
