/** A relay module with something big behind it: a pump, a heater, a fan or a lamp, which works in the world. */

import type { Part, PartContext } from '../part-model.ts';
import { watchSupply } from './supply.ts';

/** A 3.3 V supply with its tolerance; 5 V works as well. */
const MIN_SUPPLY_VOLTS = 3;

export const relay: Part = {
  definition: {
    type: 'relay',
    name: 'Relay with load',
    description: 'Switches a pump, heater, fan or lamp on while its IN pin is high.',
    wokwiType: 'wokwi-relay-module',
    pins: [
      { name: 'VCC', role: 'power', description: 'Supply, 3.3 V or 5 V' },
      { name: 'GND', role: 'ground', description: 'Ground' },
      { name: 'IN', role: 'input', description: 'Control: high switches on' },
    ],
    attributes: [
      {
        name: 'load',
        label: 'Load',
        type: 'string',
        default: 'pump',
        options: ['pump', 'heater', 'fan', 'lamp'],
      },
      { name: 'activeLow', label: 'Switches on when IN is low', type: 'boolean', default: false },
    ],
    controls: [],
    state: [
      { name: 'on', label: 'On' },
      { name: 'load', label: 'Load' },
    ],
    source: 'Songle SRD-03VDC/SRD-05VDC relay data sheet; wokwi-relay-module in the Wokwi documentation',
  },
  create(context) {
    const input = context.pin('IN');
    const load = String(context.attrs.load);
    let on = false;
    const update = (): void => {
      const next = supply.volts() !== undefined && isAsked(context, input.pwm() !== undefined, input.level());
      if (next === on) return;
      on = next;
      context.world?.drive(load, on ? 1 : 0);
      context.changed();
    };
    const supply = watchSupply(context, { plus: 'VCC', ground: 'GND', minimum: MIN_SUPPLY_VOLTS }, () =>
      update(),
    );
    input.onChange(update);
    update();
    return { snapshot: () => ({ on, load }) };
  },
};

/** A relay is too slow to follow PWM: it stays off and says so. */
function isAsked(context: PartContext, hasPwm: boolean, level: 0 | 1 | 'z'): boolean {
  if (hasPwm) {
    context.notice(
      'pwm-on-relay',
      `${context.label} (${context.id}) cannot follow PWM. Switch its pin on and off instead.`,
    );
    return false;
  }
  if (level === 'z') return false;
  return context.attrs.activeLow === true ? level === 0 : level === 1;
}
