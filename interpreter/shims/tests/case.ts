/** Reads how a test program wants its bench set up: the lines at its top that begin with `#:`. Knows nothing of devices. */

import { parseDuration } from '#common/time/duration.ts';
import type { TimedStimulus } from '../../device/capability.ts';
import type { ProgramFiles } from '../../device/device.ts';
import type { Diagram } from '../../diagram/diagram.ts';

export interface ShimCase {
  /** One for each board it runs on. */
  readonly diagrams: readonly Diagram[];
  readonly files: ProgramFiles;
  readonly stimuli: readonly TimedStimulus[];
  readonly limit?: number;
  readonly seed?: number;
  readonly input?: string;
}

const DIRECTIVE = /^#: *(\w+) *(.*)$/;

/**
 * `#: boards pico esp32_devkit` (default: both), `part <type> <id>`, `wire <pin> <pin>`, `set <part>.<control> <value> <time>`,
 * `limit <time>`, `seed <n>`, `input <JSON string>`, `file <name> <JSON string>`.
 */
export function readCase(source: string): ShimCase {
  const lines = source.split('\n').flatMap((line) => {
    const match = DIRECTIVE.exec(line);
    return match ? [{ word: match[1] ?? '', rest: (match[2] ?? '').trim() }] : [];
  });
  const all = (word: string): string[][] =>
    lines.filter((line) => line.word === word).map(({ rest }) => rest.split(/\s+/));
  const text = (word: string): string | undefined => lines.find((line) => line.word === word)?.rest;
  const boards = all('boards')[0] ?? ['pico', 'esp32_devkit'];
  const limit = text('limit');
  const seed = text('seed');
  const input = text('input');
  return {
    diagrams: boards.map((board) => ({
      version: 1,
      board,
      parts: all('part').map(([type = '', id = '']) => ({ id, type })),
      connections: all('wire').map(([from = '', to = '']) => ({ from, to })),
    })),
    files: {
      'main.py': source,
      ...Object.fromEntries(lines.filter(({ word }) => word === 'file').map(({ rest }) => splitOnce(rest))),
    },
    stimuli: all('set').map(([target = '', value = '', time = '']) => {
      const [part = '', control = ''] = target.split('.');
      return { part, control, value: JSON.parse(value) as number | boolean, at: duration(time) };
    }),
    ...(limit && { limit: duration(limit) }),
    ...(seed && { seed: Number(seed) }),
    ...(input && { input: JSON.parse(input) as string }),
  };
}

function splitOnce(text: string): [string, string] {
  const space = text.indexOf(' ');
  return [text.slice(0, space), JSON.parse(text.slice(space + 1)) as string];
}

function duration(text: string): number {
  const value = parseDuration(text);
  if (value === undefined) throw new Error(`"${text}" is no duration.`);
  return value;
}
