/** A potentiometer: its wiper divides the voltage between its two ends. */

import type { Part } from '../part-model.ts';

export const potentiometer: Part = {
  definition: {
    type: 'potentiometer',
    name: 'Potentiometer',
    description: 'A knob. Its SIG pin gives a voltage between GND (turned left) and VCC (turned right).',
    wokwiType: 'wokwi-potentiometer',
    pins: [
      { name: 'GND', role: 'ground', description: 'Left end: ground' },
      { name: 'SIG', role: 'output', description: 'Wiper: the divided voltage' },
      { name: 'VCC', role: 'power', description: 'Right end: supply' },
    ],
    attributes: [],
    controls: [
      {
        kind: 'range',
        name: 'position',
        label: 'Position',
        unit: '%',
        min: 0,
        max: 100,
        step: 1,
        default: 0,
      },
    ],
    state: [{ name: 'position', label: 'Position', unit: '%' }],
    source: 'Bourns PTV09A data sheet (linear taper); wokwi-potentiometer in the Wokwi elements',
  },
  create(context) {
    const [left, wiper, right] = [context.pin('GND'), context.pin('SIG'), context.pin('VCC')];
    let position = 0;
    const update = (): void => {
      const [low, high] = [left.voltage(), right.voltage()];
      if (low === undefined || high === undefined) wiper.drive(undefined);
      else wiper.drive(low + ((high - low) * position) / 100);
    };
    left.onChange(update);
    right.onChange(update);
    return {
      set(_control, value) {
        if (typeof value !== 'number') return;
        position = value;
        update();
        context.changed();
      },
      snapshot: () => ({ position }),
    };
  },
};
