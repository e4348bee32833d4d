/** Turns what somebody asks a control to be into a value that its declaration allows. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { ControlValue } from '../device/capability.ts';
import type { ControlDefinition } from '../diagram/catalog.ts';

/** The control of that name; throws `unknown-control`, naming those there are. */
export function findControl(
  owner: string,
  controls: readonly ControlDefinition[],
  name: string,
): ControlDefinition {
  const found = controls.find((control) => control.name === name);
  if (found) return found;
  const names = controls.map((control) => control.name).join(', ');
  const advice = names ? `It has: ${names}.` : 'It has no controls.';
  throw new PinlabError('unknown-control', `"${owner}" has no control "${name}". ${advice}`);
}

/** Clamps a range value into its range; throws `bad-control-value` where the kind does not fit. */
export function fitControl(owner: string, control: ControlDefinition, value: ControlValue): number | boolean {
  if (control.kind === 'range') {
    if (typeof value === 'number' && !Number.isNaN(value))
      return Math.min(control.max, Math.max(control.min, value));
    const range = `${control.min} to ${control.max} ${control.unit}`.trim();
    throw new PinlabError(
      'bad-control-value',
      `${owner}.${control.name} wants a number from ${range}, not ${JSON.stringify(value)}.`,
    );
  }
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  throw new PinlabError(
    'bad-control-value',
    `${owner}.${control.name} wants true or false, not ${JSON.stringify(value)}.`,
  );
}
