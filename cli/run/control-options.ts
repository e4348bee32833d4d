/** Reads `--set PART.CONTROL=VALUE` and `--set PART.CONTROL=VALUE@TIME` against the controls that the diagram has. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import { parseDuration } from '#common/time/duration.ts';
import type { ControlValue, TimedStimulus } from '#interpreter/device/capability.ts';
import type { ControlDefinition } from '#interpreter/diagram/catalog.ts';
import { controlsOf } from '#interpreter/diagram/controls.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { inputError } from '../input-error.ts';

const FORM = /^([^.=@]+)\.([^.=@]+)=([^@]*)(?:@(.+))?$/;
const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  '1': true,
  false: false,
  off: false,
  '0': false,
};

/** In the order of time; throws an InputError for a name, value or time that does not fit. */
export function readControlOptions(texts: readonly string[], diagram: Diagram): TimedStimulus[] {
  const stimuli = texts.map((text) => readControlOption(text, controlsOf(diagram, CATALOG)));
  return stimuli.sort((a, b) => a.at - b.at);
}

function readControlOption(
  text: string,
  owners: ReadonlyMap<string, readonly ControlDefinition[]>,
): TimedStimulus {
  const refuse = (message: string, fix: string): Error =>
    inputError({ code: 'bad-control', message, fix, where: { file: `--set ${text}` } });
  const match = FORM.exec(text);
  if (!match)
    throw refuse('This sets nothing.', 'Write --set PART.CONTROL=VALUE, or …=VALUE@10s for a later change.');
  const [, part = '', name = '', value = '', time] = match;
  const controls = owners.get(part);
  if (!controls) {
    const known = [...owners].flatMap(([id, list]) => (list.length > 0 ? [id] : []));
    throw refuse(`The diagram has no part "${part}".`, suggestName(part, known, 'parts with controls'));
  }
  const control = controls.find((candidate) => candidate.name === name);
  if (!control) {
    const known = controls.map((candidate) => candidate.name);
    throw refuse(`"${part}" has no control "${name}".`, suggestName(name, known, 'controls'));
  }
  const at = time === undefined ? 0 : parseDuration(time);
  if (at === undefined)
    throw refuse(`"${time}" is no time.`, 'Write a number with a unit, such as 10s or 2h.');
  return { at, part, control: name, value: readValue(value.trim(), control, refuse) };
}

function readValue(
  text: string,
  control: ControlDefinition,
  refuse: (message: string, fix: string) => Error,
): ControlValue {
  if (control.kind !== 'range') {
    const value = SWITCH_WORDS[text.toLowerCase()];
    if (value === undefined) throw refuse(`"${text}" is neither on nor off.`, 'Write true or false.');
    return value;
  }
  const { min, max, unit } = control;
  const value = Number(text);
  const range = `Write a number from ${min} to ${max}${unit ? ` (${unit})` : ''}.`;
  if (text === '' || !Number.isFinite(value)) throw refuse(`"${text}" is no number.`, range);
  if (value < min || value > max) throw refuse(`${text} is out of range.`, range);
  return value;
}
