/** A resistor: joins two wires with a resistance, so dividers, external pulls and series resistors work as drawn. */

import type { Part } from '../part-model.ts';

export const resistor: Part = {
  definition: {
    type: 'resistor',
    name: 'Resistor',
    description: 'Limits current, pulls a wire gently up or down, or divides a voltage.',
    wokwiType: 'wokwi-resistor',
    pins: [
      { name: '1', role: 'passive', description: 'One end' },
      { name: '2', role: 'passive', description: 'Other end' },
    ],
    attributes: [{ name: 'value', label: 'Resistance (ohms)', type: 'number', default: 1000 }],
    controls: [],
    state: [{ name: 'ohms', label: 'Resistance', unit: 'Ω' }],
    source: "Ohm's and Kirchhoff's laws; wokwi-resistor in the Wokwi elements (value in ohms)",
  },
  create(context) {
    const value = Number(context.attrs.value);
    const ohms = Number.isFinite(value) && value > 0 ? value : 0;
    context.conduct('1', '2').setOhms(ohms);
    return { snapshot: () => ({ ohms }) };
  },
};
