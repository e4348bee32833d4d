/**
 * The pins that a menu offers: what is wired in the diagram first, then the board's other pins; behind them, marked, what
 * cannot do the job. Set by the editor, one list a workspace. Knows no Blockly menu.
 */

import type { Block, Workspace } from 'blockly/core';
import type { MessageKey } from '../messages/en.ts';

/** A pin of the board. What it cannot do is known only where the board is. */
export interface PinChoice {
  /** Shown as it is, such as `pump, GPIO12`. */
  readonly label: string;
  readonly gpio: number;
  /** False for pins of the board that no wire leads to. */
  readonly wired?: boolean;
  readonly output?: boolean;
  readonly adc?: boolean;
  /** The board uses the pin itself. */
  readonly caution?: boolean;
  /** The light on the board, which has a name in Python instead of a number. */
  readonly builtIn?: boolean;
}

/** What the slot of a pin wants it to do. */
type PinJob = 'any' | 'output' | 'adc';

export interface PinOption {
  readonly pin: PinChoice;
  /** Text that says why the pin is not meant here, with %1 for the label. */
  readonly mark?: MessageKey;
}

const menus = new WeakMap<Workspace, readonly PinChoice[]>();

export function setPinChoices(workspace: Workspace, pins: readonly PinChoice[]): void {
  menus.set(workspace, pins);
}

/** Empty where no board is known. The palette shows the pins of the workspace that it serves. */
export function pinChoices(workspace: Workspace | null | undefined): readonly PinChoice[] {
  return (workspace && menus.get(workspace.getRootWorkspace() ?? workspace)) ?? [];
}

/** In three groups: wired, free, not meant for this job. */
export function pinOptions(
  pins: readonly PinChoice[],
  job: PinJob,
): readonly [wired: PinOption[], free: PinOption[], unfit: PinOption[]] {
  const groups: [PinOption[], PinOption[], PinOption[]] = [[], [], []];
  for (const pin of pins) {
    const mark = obstacle(pin, job);
    const option = { pin, ...(mark && { mark }) };
    groups[mark ? 2 : pin.wired === false ? 1 : 0].push(option);
  }
  return groups;
}

function obstacle({ wired, output, adc, caution }: PinChoice, job: PinJob): MessageKey | undefined {
  if (job === 'adc' && adc === false) return 'PIN_NOT_ADC';
  if (job === 'output' && output === false) return 'PIN_NOT_OUTPUT';
  return caution === true && wired === false ? 'PIN_CAUTION' : undefined;
}

/** Blocks whose pin is driven. A DHT's line is driven by both sides. */
const DRIVING =
  /^(pwm|servo|dht|neopixel|ultrasonic|buzzer|motor|i2c|soft_i2c|spi|soft_spi|onewire|signal|dac)_?/;
const MEASURING = /^adc_/;
const INPUT_MODES = ['IN', 'PULL_UP', 'PULL_DOWN'];

/** What the block round a pin does with it; an object that only wraps the pin leaves it to the next one. */
export function pinJob(block: Block | null): PinJob {
  for (let around = block; around; around = around.getSurroundParent()) {
    if (MEASURING.test(around.type)) return 'adc';
    if (DRIVING.test(around.type)) return 'output';
    const mode = around.type === 'pin_new' ? String(around.getFieldValue('MODE') ?? '') : '';
    if (INPUT_MODES.includes(mode)) return 'any';
    if (mode === 'OUT' || mode === 'OPEN_DRAIN') return 'output';
    if (around.outputConnection === null) return 'any';
  }
  return 'any';
}
