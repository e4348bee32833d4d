/**
 * Writes traces as a Value Change Dump (IEEE 1364-2005, clause 18), the format that GTKWave and sigrok open.
 * It knows no file: text goes to the function that is passed in, as soon as it is known.
 */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { PartState, TraceBatch } from '#interpreter/device/trace.ts';
import type { BoardDefinition, WorldDefinition } from '#interpreter/diagram/catalog.ts';

export interface VcdOptions {
  readonly board: BoardDefinition;
  readonly world?: WorldDefinition | undefined;
  write(text: string): void;
}

export interface VcdWriter {
  /** Batches must come in the order of time. */
  add(batch: TraceBatch): void;
  /** Writes what is missing; `until` becomes the last instant of the dump. */
  finish(until: Nanoseconds): void;
}

type Value = number | boolean | 'x' | 'z';

interface Variable {
  readonly id: string;
  readonly kind: 'wire' | 'real';
  /** As last written, to leave out what did not change. */
  last: string;
}

interface Change {
  readonly at: Nanoseconds;
  readonly name: string;
  readonly value: Value;
}

/**
 * Scopes: `pins` (one wire each), `pwm` (duty 0 to 1 and frequency, Hz), `world` and one for each part (numbers are
 * real, switches are wires; texts are left out). The first batch tells which states a part has.
 */
export function createVcdWriter({ board, world, write }: VcdOptions): VcdWriter {
  const variables = new Map<string, Variable>();
  let now: Nanoseconds | undefined;
  let started = false;

  const declare = (name: string, kind: Variable['kind']): string => {
    const id = identifier(variables.size);
    variables.set(name, { id, kind, last: '' });
    const size = kind === 'wire' ? 1 : 64;
    return `$var ${kind} ${size} ${id} ${name.slice(name.lastIndexOf('/') + 1)} $end\n`;
  };

  const start = (parts: ReadonlyMap<string, PartState>): void => {
    started = true;
    const pins = board.pins.filter(({ role }) => role === 'gpio');
    const driven = pins.filter(({ output }) => output !== false);
    write(`$version Pinlab $end\n$comment ${board.name} $end\n$timescale 1 ns $end\n`);
    write(
      scope(
        'pins',
        pins.map(({ name }) => declare(`pins/${name}`, 'wire')),
      ),
    );
    write(
      scope(
        'pwm',
        driven.flatMap(({ name }) => [
          declare(`pwm/${name}.duty`, 'real'),
          declare(`pwm/${name}.hz`, 'real'),
        ]),
      ),
    );
    for (const [part, state] of parts) write(scope(part, declareState(part, state, declare)));
    if (world)
      write(
        scope(
          'world',
          world.variables.map(({ name }) => declare(`world/${name}`, 'real')),
        ),
      );
    write('$enddefinitions $end\n#0\n$dumpvars\n');
    for (const { id, kind } of variables.values()) write(kind === 'wire' ? `x${id}\n` : `r0 ${id}\n`);
    write('$end\n');
    now = 0;
  };

  const apply = ({ at, name, value }: Change): void => {
    const variable = variables.get(name);
    if (!variable) return;
    const text = valueText(variable, value);
    if (text === variable.last) return;
    variable.last = text;
    const instant = Math.max(now ?? 0, Math.round(at));
    if (instant !== now) write(`#${instant}\n`);
    now = instant;
    write(`${text}\n`);
  };

  return {
    add(batch) {
      if (!started) start(new Map(batch.parts.map(({ part, state }) => [part, state])));
      for (const change of changesOf(batch)) apply(change);
    },
    finish(until) {
      if (!started) start(new Map());
      if (Math.round(until) > (now ?? 0)) write(`#${Math.round(until)}\n`);
    },
  };
}

function declareState(
  part: string,
  state: PartState,
  declare: (name: string, kind: Variable['kind']) => string,
): string[] {
  return Object.entries(state).flatMap(([name, value]) => {
    if (typeof value === 'string') return [];
    return [declare(`parts/${part}/${name}`, typeof value === 'boolean' ? 'wire' : 'real')];
  });
}

function scope(name: string, declarations: readonly string[]): string {
  return declarations.length === 0
    ? ''
    : `$scope module ${name} $end\n${declarations.join('')}$upscope $end\n`;
}

/** Everything in a batch as changes, in the order of time; kinds keep their order at one instant. */
function changesOf({ edges, pwm, parts, world }: TraceBatch): Change[] {
  const changes: Change[] = [
    ...edges.map(({ at, pin, level }) => ({ at, name: `pins/${pin}`, value: level })),
    ...pwm.flatMap(({ at, pin, duty, frequency }) => [
      { at, name: `pwm/${pin}.duty`, value: frequency > 0 ? duty : 0 },
      { at, name: `pwm/${pin}.hz`, value: frequency },
      // The single edges of a PWM signal are not told: between its bounds the level is unknown.
      ...(frequency > 0 ? [{ at, name: `pins/${pin}`, value: steadyLevel(duty) }] : []),
    ]),
    ...parts.flatMap(({ at, part, state }) =>
      Object.entries(state).flatMap(([name, value]) =>
        typeof value === 'string' ? [] : [{ at, name: `parts/${part}/${name}`, value }],
      ),
    ),
    ...world.flatMap(({ at, values }) =>
      Object.entries(values).map(([name, value]) => ({ at, name: `world/${name}`, value })),
    ),
  ];
  return changes.sort((a, b) => a.at - b.at);
}

function steadyLevel(duty: number): Value {
  if (duty <= 0) return 0;
  return duty >= 1 ? 1 : 'x';
}

function valueText({ id, kind }: Variable, value: Value): string {
  if (kind === 'real') return `r${Number(value)} ${id}`;
  if (value === 'x' || value === 'z') return `${value}${id}`;
  return `${value === true || value === 1 ? 1 : 0}${id}`;
}

/** The shortest identifiers first: printable characters from `!` to `~`. */
function identifier(index: number): string {
  const digit = String.fromCharCode(33 + (index % 94));
  return index < 94 ? digit : identifier(Math.floor(index / 94) - 1) + digit;
}
