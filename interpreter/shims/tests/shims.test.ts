/**
 * Each `name.py` beside this file runs on the simulated board and must print exactly `name.exp`, or `name.<board>.exp` where boards
 * differ. After a change that is meant, write them anew with `PINLAB_WRITE_EXP=1` and read the difference.
 */

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeDevice } from '#cli/node-device.ts';
import type { Diagram } from '../../diagram/diagram.ts';
import type { SimulatedDevice } from '../../simulated/simulated-device.ts';
import { play, type Played } from '../../simulated/testing/play.ts';
import { readCase } from './case.ts';

const here = new URL('./', import.meta.url);
const names = readdirSync(here)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -3));

/** Programs on the same bench share a device, whose next worker is ready by then. */
const devices = new Map<string, SimulatedDevice>();
afterAll(() => devices.forEach((device) => device.dispose()));

function deviceFor(diagram: Diagram): SimulatedDevice {
  const key = JSON.stringify(diagram);
  const device = devices.get(key) ?? createNodeDevice(diagram);
  devices.set(key, device);
  return device;
}

/** What is printed, then how the run ended unless it simply finished, then what a person is told. */
function transcript({ text, result, notices }: Played): string {
  const end = result.end === 'finished' ? '' : `[${result.end}]\n`;
  return (
    text.replaceAll(/ at [0-9a-f]+>/g, ' at (address)>') +
    end +
    notices.map(({ message }) => `[notice] ${message}\n`).join('')
  );
}

function expected(name: string, board: string): string {
  const own = new URL(`${name}.${board}.exp`, here);
  return readFileSync(existsSync(own) ? own : new URL(`${name}.exp`, here), 'utf8');
}

/** One file where all boards print the same, else one each. */
function write(name: string, transcripts: ReadonlyMap<string, string>): void {
  for (const file of readdirSync(here))
    if (new RegExp(`^${name}(\\.\\w+)?\\.exp$`).test(file)) rmSync(new URL(file, here));
  const same = new Set(transcripts.values()).size === 1;
  for (const [board, text] of transcripts)
    writeFileSync(new URL(same ? `${name}.exp` : `${name}.${board}.exp`, here), text);
}

describe.each(names)('%s.py', (name) => {
  const { diagrams, files, ...options } = readCase(readFileSync(new URL(`${name}.py`, here), 'utf8'));
  const transcripts = new Map<string, string>();
  it.each(diagrams.map((diagram) => [diagram.board, diagram] as const))('on %s', async (board, diagram) => {
    const actual = transcript(await play(deviceFor(diagram), files, options));
    transcripts.set(board, actual);
    if (!process.env.PINLAB_WRITE_EXP) expect(actual).toBe(expected(name, board));
  });
  afterAll(() => {
    if (process.env.PINLAB_WRITE_EXP) write(name, transcripts);
  });
});
