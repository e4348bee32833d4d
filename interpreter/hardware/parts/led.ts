/** A light-emitting diode: shines while its anode is enough above its cathode. Draws no current and never burns. */

import type { Part, PartContext, PartPin } from '../part-model.ts';

/** Forward voltage from which it is taken to shine: a red 5 mm LED, volts. */
const FORWARD_VOLTS = 1.6;

export const led: Part = {
  definition: {
    type: 'led',
    name: 'LED',
    description:
      'A small lamp. It shines while the long leg (A) is high and the short leg (C) is low; PWM dims it.',
    wokwiType: 'wokwi-led',
    pins: [
      { name: 'A', role: 'input', description: 'Anode, the long leg: towards plus' },
      { name: 'C', role: 'input', description: 'Cathode, the short leg: towards ground' },
    ],
    attributes: [
      {
        name: 'color',
        label: 'Color',
        type: 'string',
        default: 'red',
        options: ['red', 'green', 'yellow', 'blue', 'orange', 'white', 'purple'],
      },
    ],
    controls: [],
    state: [
      { name: 'on', label: 'Shines' },
      { name: 'brightness', label: 'Brightness (0 to 1)' },
    ],
    source: 'Kingbright WP7113ID data sheet (5 mm LED, forward voltage); wokwi-led in the Wokwi elements',
  },
  create(context) {
    const anode = context.pin('A');
    const cathode = context.pin('C');
    warnOfOpenEnd(context, [anode, cathode]);
    let brightness = 0;
    const update = (): void => {
      const next = brightnessOf(anode, cathode);
      if (next === brightness) return;
      brightness = next;
      context.changed();
    };
    anode.onChange(update);
    cathode.onChange(update);
    brightness = brightnessOf(anode, cathode);
    return { snapshot: () => ({ on: brightness > 0, brightness }) };
  },
};

/** Share of time with forward voltage. With PWM on both legs they are taken as independent. */
function brightnessOf(anode: PartPin, cathode: PartPin): number {
  const high = shareHigh(anode);
  const low = shareHigh(cathode);
  if (high === undefined || low === undefined) return 0;
  if (high.share === 1 && low.share === 1) return high.volts - low.volts >= FORWARD_VOLTS ? 1 : 0;
  return round(high.share * (1 - low.share));
}

/** Share of time at which a leg is a forward voltage above ground, and the voltage then. A pull alone cannot feed an LED. */
function shareHigh(pin: PartPin): { share: number; volts: number } | undefined {
  const volts = pin.voltage();
  if (volts === undefined || !pin.isFirm()) return undefined;
  const pwm = pin.pwm();
  if (pwm) {
    const high = pwm.duty > 0 ? volts / pwm.duty : 0;
    return { share: high >= FORWARD_VOLTS ? pwm.duty : 0, volts: high };
  }
  return { share: volts >= FORWARD_VOLTS ? 1 : 0, volts };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function warnOfOpenEnd(context: PartContext, legs: readonly PartPin[]): void {
  for (const { name, connected } of legs) {
    if (connected) continue;
    const target = name === 'A' ? 'a GPIO pin' : 'GND';
    context.notice(
      'open-leg',
      `${context.label} (${context.id}) cannot shine: connect its leg ${name}, for example to ${target}.`,
    );
  }
}
