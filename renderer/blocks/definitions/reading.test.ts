/** Text -> blocks, form by form: what each block reads, what it leaves alone, and that it writes what it read. */

import { Workspace } from 'blockly/core';
import { describe, expect, it } from 'vitest';
import type { Block, ProgramView } from '../program/block.ts';
import { readProgram } from '../program/read-program.ts';
import { readSavedProgram } from '../program/saved-program.ts';
import { writeProgram } from '../program/write-program.ts';
import { suggestName } from '../suggestions.ts';
import { CATEGORIES } from '../toolbox/categories.ts';
import { fill, type Preset } from '../toolbox/entry.ts';
import type { BlockFamily } from '../block-spec.ts';
import { board } from './board.ts';
import { buses } from './buses.ts';
import { calculations } from './calculations.ts';
import { clock } from './clock.ts';
import { displays } from './displays.ts';
import { files } from './files.ts';
import { formats } from './formats.ts';
import { lights } from './lights.ts';
import { lists } from './lists.ts';
import { microbit } from './microbit.ts';
import { probes } from './probes.ts';
import { OTHERS, PRELUDE, TABLE } from './reading-table.ts';
import { sockets } from './sockets.ts';
import { tasks } from './tasks.ts';
import { timers } from './timers.ts';
import { web } from './web.ts';
import { wifi } from './wifi.ts';
import { words } from './words.ts';

const families: readonly BlockFamily[] = [
  ...[board, buses, calculations, clock, displays, files, formats, lights, lists, microbit, probes],
  ...[sockets, tasks, timers, web, wifi, words],
];
const GENERAL = [
  'call',
  'call_value',
  'method',
  'method_value',
  'call_result',
  'raw_expression',
  'raw_statement',
];

function read(text: string): ProgramView {
  const result = readProgram(text);
  if (!result.ok) throw new Error(`${result.reason.message}\n${text}`);
  return result.view;
}

function typesIn(block: Block): string[] {
  const inside = [...Object.values(block.slots), ...Object.values(block.bodies).flat()];
  return [block.type, ...inside.flatMap(typesIn)];
}

/** Types of the blocks of the lines below the prelude. */
function typesOf(source: string): string[] {
  const view = read(`${PRELUDE}${source}\n`);
  const { blocks } = read(PRELUDE);
  return view.blocks.slice(blocks.length).flatMap(typesIn);
}

const rows = Object.entries(TABLE).flatMap(([type, sources]) =>
  sources.map((source) => [type, source] as const),
);

describe('reading', () => {
  it.each(rows)('gives %s for %s', (type, source) => {
    expect(typesOf(source)).toContain(type);
  });

  it.each(rows)('gives %s that writes afresh what it read: %s', (_type, source) => {
    const view = read(`${PRELUDE}${source}\n`);
    const again = read(writeProgram(view, view.blocks, { fresh: true }).text);
    expect(again.blocks.map(typesIn)).toEqual(view.blocks.map(typesIn));
  });

  it.each(OTHERS)('leaves %s to the general blocks', (source) => {
    expect(typesOf(source).some((type) => GENERAL.includes(type))).toBe(true);
  });

  it('reaches every block of these families', () => {
    const types = families.flatMap(({ blocks }) => blocks.map(({ type }) => type));
    expect(types.filter((type) => !TABLE[type])).toEqual([]);
  });

  it('uses every form', () => {
    const used = new Set(rows.flatMap(([, source]) => formsIn(`${PRELUDE}${source}\n`)));
    const missing = families
      .flatMap(({ blocks }) => blocks)
      .flatMap(({ type, forms }) => forms.map((form) => `${type} ${form.index}`))
      .filter((form) => !used.has(form) && !/^(lcd_new|screen_new|mqtt_new) /.test(form));
    expect([...new Set(missing)]).toEqual([]);
  });
});

/** Blocks with the number of their form. */
function formsIn(text: string): string[] {
  const visit = (block: Block): string[] => {
    const inside = [...Object.values(block.slots), ...Object.values(block.bodies).flat()];
    return [`${block.type} ${Number(block.extra?.['form'] ?? 0)}`, ...inside.flatMap(visit)];
  };
  return read(text).blocks.flatMap(visit);
}

describe('names and classes', () => {
  it('tell apart what methods of one name belong to', () => {
    expect(typesOf('x = the_bus.scan()')).toContain('i2c_scan');
    expect(typesOf('x = radio_link.scan()')).toContain('wifi_read');
    expect(typesOf('x = probe.scan()')).toContain('ds18x20_scan');
  });

  it('follow customary names where the class is not known', () => {
    expect(typesOf('self.uart0.write(a)')).toContain('bus_write');
    expect(typesOf('_np.write()')).toContain('neopixel_show');
    expect(typesOf('oled2.show()')).toContain('screen_show');
  });

  it('never take a module for an object', () => {
    expect(typesOf('import sounds\nsounds.on()')).not.toContain('pin_turn');
  });
});

describe('arguments', () => {
  const edit = (source: string, change: (block: Block) => Block): string => {
    const view = read(source);
    return writeProgram(
      view,
      view.blocks.map((block) => {
        const value = block.slots['VALUE'];
        return value?.type === 'i2c_new' ? { ...block, slots: { VALUE: change(value) } } : block;
      }),
    ).text;
  };
  const head = 'from machine import I2C, Pin\n';

  it('keep their order when the block is written anew', () => {
    const source = `${head}i2c = I2C(0, sda=Pin(0), scl=Pin(1))\n`;
    expect(edit(source, (block) => ({ ...block, fields: { KIND: 'SoftI2C' } }))).toContain(
      'SoftI2C(0, sda=Pin(0), scl=Pin(1))',
    );
  });

  it('come and go with what is in their slots', () => {
    const speed: Block = { id: 'new', type: 'number', fields: { NUMBER: '9' }, slots: {}, bodies: {} };
    const source = `${head}i2c = I2C(0, sda=Pin(0), scl=Pin(1))\n`;
    const fast = edit(source, (block) => ({ ...block, slots: { ...block.slots, FREQ: speed } }));
    expect(fast).toBe(`${head}i2c = I2C(0, sda=Pin(0), scl=Pin(1), freq=9)\n`);
    const bare = edit(fast, ({ slots: { SCL, SDA }, ...block }) => ({
      ...block,
      slots: { ...(SCL && { SCL }), ...(SDA && { SDA }) },
    }));
    expect(bare).toBe(`${head}i2c = I2C(sda=Pin(0), scl=Pin(1))\n`);
  });
});

describe('the palette', () => {
  const empty = new Workspace();
  const presets = CATEGORIES.flatMap(({ entries }) =>
    entries.map(({ about, template }): [string, Preset] => [
      about,
      fill(template, (kind) => suggestName(empty, kind)),
    ]),
  );

  /** Parts of something larger, and what another block says better as soon as it stands in a program. */
  const PARTS = ['slice', 'star', 'call_result', 'raw_statement', 'raw_expression'];

  it.each(presets.filter(([about]) => !PARTS.includes(about)))(
    'offers %s that is read back as itself',
    (about, preset) => {
      const wrapped = { type: 'assign', fields: { NAME: 'x' }, inputs: { VALUE: { block: preset } } };
      const blocks = [preset, wrapped]
        .map((top) => readSavedProgram({ blocks: { blocks: [top] } })?.blocks ?? [])
        .find((found) => found.flatMap(typesIn).includes(about));
      const { text } = writeProgram(read(''), blocks ?? []);
      expect(read(`x = 1\n${text}`).blocks.flatMap(typesIn), text).toContain(about);
    },
  );
});
