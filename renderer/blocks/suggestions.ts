/** Which name the palette proposes: the last variable that holds such a thing, so that new blocks fit the program at once. */

import type { Workspace } from 'blockly/core';

export type Kind = 'output' | 'input' | 'analog' | 'dht' | 'pwm' | 'servo' | 'list' | 'any';

/** Constructor blocks of each kind, and the name proposed while there is none. */
const KINDS: Readonly<Record<Kind, { readonly made: readonly string[]; readonly fallback: string }>> = {
  output: { made: ['pin_new'], fallback: 'led' },
  input: { made: ['pin_new'], fallback: 'button' },
  analog: { made: ['adc_new'], fallback: 'sensor' },
  dht: { made: ['dht_new'], fallback: 'dht_sensor' },
  pwm: { made: ['pwm_new'], fallback: 'pwm' },
  servo: { made: ['pwm_new'], fallback: 'servo' },
  list: { made: ['list'], fallback: 'values' },
  any: { made: [], fallback: 'x' },
};

export function suggestName(workspace: Workspace, kind: Kind): string {
  const { made, fallback } = KINDS[kind];
  const names = workspace
    .getBlocksByType('assign', true)
    .filter((block) => {
      const source = block.getInputTargetBlock('VALUE');
      if (kind === 'any') return source !== null && !source.type.endsWith('_new');
      if (!source || !made.includes(source.type)) return false;
      if (source.type !== 'pin_new') return true;
      const isOutput = ['OUT', 'OPEN_DRAIN'].includes(source.getFieldValue('MODE'));
      return isOutput === (kind === 'output');
    })
    .map((block) => String(block.getFieldValue('NAME')));
  return names.includes(fallback) ? fallback : (names.at(-1) ?? fallback);
}
