/** Parts and values in words: labels for people who do not see the drawing, and short texts on it. */

import type { PartState } from '#interpreter/device/trace.ts';
import type {
  BoardDefinition,
  ControlDefinition,
  PartDefinition,
  StateDefinition,
} from '#interpreter/diagram/catalog.ts';
import { findBoardPin } from '#interpreter/diagram/lookup.ts';
import { optionWords } from '#renderer/i18n/catalog.ts';
import { formatNumber, inSentence, t } from '#renderer/i18n/t.ts';
import { clockTime } from '#renderer/world-views/reading.ts';

/** Values in words at most this exact: a label is read out, not measured. */
const DECIMALS = 2;

/** `31.2 °C`, `on`, `0.5`. */
export function valueWords(value: number | boolean | string, unit = ''): string {
  if (typeof value === 'boolean') return value ? t('bench.on') : t('bench.off');
  const text = typeof value === 'number' ? formatNumber(value, { most: DECIMALS }) : value;
  if (unit === '°') return `${text}°`;
  return unit ? `${text} ${unit}` : text;
}

/** Where a slider stands: its value and unit, or the clock for a time of day. */
export function rangeWords(control: Extract<ControlDefinition, { kind: 'range' }>, value: number): string {
  const stepped = toStep(value, control.step);
  return control.name === 'timeOfDay' ? clockTime(stepped) : valueWords(stepped, control.unit);
}

/** The nearest multiple of a slider's step, without the noise of binary fractions. */
function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}

/** Beside its label a switch says yes or no: `Pressed: yes`. */
function rowWords(type: string, value: number | boolean | string, unit?: string): string {
  if (typeof value === 'boolean') return value ? t('bench.yes') : t('bench.no');
  return typeof value === 'string' ? optionWords(type, value) : valueWords(value, unit);
}

/** Label and value of everything that the snapshot tells. */
export function stateRows(
  definition: PartDefinition | undefined,
  state: PartState | undefined,
): { readonly label: string; readonly value: string }[] {
  if (!definition || !state) return [];
  return definition.state.flatMap((each) => {
    const value = state[each.name];
    return value === undefined
      ? []
      : [{ label: each.label, value: rowWords(definition.type, value, each.unit) }];
  });
}

/** `water pump, relay: on` */
export function partLabel(
  name: string,
  definition: PartDefinition | undefined,
  state: PartState | undefined,
): string {
  const kind =
    definition && definition.name.toLowerCase() !== name.toLowerCase() ? [inSentence(definition.name)] : [];
  const title = [name, ...kind].join(', ');
  const summary = stateSummary(definition, state);
  return summary ? `${title}: ${summary}` : title;
}

/** The value that matters most, short enough for a name tag: the first that the definition lists. */
export function stateSummary(
  definition: PartDefinition | undefined,
  state: PartState | undefined,
): string | undefined {
  const first: StateDefinition | undefined = definition?.state[0];
  const value = first && state?.[first.name];
  if (!first || value === undefined) return undefined;
  // What is not plainly on or off says what it is: `pressed`, `not pressed`.
  if (typeof value !== 'boolean' || first.name === 'on') return valueWords(value, first.unit);
  const what = inSentence(first.label);
  return value ? what : t('bench.not', { what });
}

/** `GPIO12 (D12). GPIO12 must be low at power-on …` */
export function pinTitle(board: BoardDefinition | undefined, printed: string): string {
  const pin = board && findBoardPin(board, printed);
  if (!pin) return printed;
  const name =
    pin.name === printed || printed.startsWith(`${pin.name}.`) ? pin.name : `${pin.name} (${printed})`;
  return pin.caution ? `${name}. ${pin.caution}` : name;
}
