/** Each program in equality/ prints the same with hooks as without, tracebacks included, when MicroPython runs both. */

import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import { boardOnly, play } from '../simulated/testing/play.ts';
import { instrument } from './instrument.ts';

const folder = new URL('./equality/', import.meta.url);
const names = readdirSync(folder);
const source = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Text that was read from a file is run as it is: only what is loaded as a module gets hooks. */
const HARNESS = `
import sys
for name in NAMES:
    print("=====", name)
    try:
        exec(compile(open(name).read(), "case.py", "exec"), {"__name__": "__main__"})
    except BaseException as error:
        sys.print_exception(error)
`;

const device = createNodeDevice(boardOnly('pico'));
afterAll(() => device.dispose());

async function outputs(texts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const files = Object.fromEntries([...texts].map(([name, text]) => [`${name}.txt`, text]));
  const list = JSON.stringify(Object.keys(files));
  const { text, result } = await play(device, { ...files, 'main.py': HARNESS.replace('NAMES', list) });
  expect(result.end).toBe('finished');
  const parts = text.split(/^===== (.*)\.txt\n/m).slice(1);
  return new Map(names.map((name) => [name, parts[parts.indexOf(name) + 1] ?? '']));
}

describe('a program with hooks', async () => {
  const raw = await outputs(new Map(names.map((name) => [name, source(name)])));
  const hooked = await outputs(new Map(names.map((name) => [name, instrument(source(name)).text])));

  it.each(names)('%s prints the same as without', (name) => {
    expect(instrument(source(name)).hooked).toBe(true);
    expect(raw.get(name)?.length).toBeGreaterThan(20);
    expect(hooked.get(name)).toBe(raw.get(name));
  });

  it('ends in the error that was meant, and in no other', () => {
    const uncaught = /File "main.py", line \d+, in <module>\n {2}File "case.py"/;
    const failing = names.filter((name) => uncaught.test(raw.get(name) ?? ''));
    expect(failing).toEqual(['uncaught.py', 'uncaught_loop.py']);
  });
});
