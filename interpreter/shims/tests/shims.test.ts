/**
 * Each `name.py` beside this file runs on the simulated board and must print exactly `name.exp`, or `name.<board>.exp` where boards
 * differ. After a change that is meant, write them anew with `PINLAB_WRITE_EXP=1` and read the difference.
 */

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
  return text + end + notices.map(({ message }) => `[notice] ${message}\n`).join('');
}

function expectation(name: string, board: string): URL {
  const own = new URL(`${name}.${board}.exp`, here);
  return existsSync(own) ? own : new URL(`${name}.exp`, here);
}

describe.each(names)('%s.py', (name) => {
  const { diagrams, files, ...options } = readCase(readFileSync(new URL(`${name}.py`, here), 'utf8'));
  it.each(diagrams.map((diagram) => [diagram.board, diagram] as const))('on %s', async (board, diagram) => {
    const actual = transcript(await play(deviceFor(diagram), files, options));
    const file = expectation(name, board);
    if (process.env.PINLAB_WRITE_EXP) writeFileSync(file, actual);
    else expect(actual).toBe(readFileSync(file, 'utf8'));
  });
});
