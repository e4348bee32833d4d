/** Records everything that a run tells, in the page or in Node, in a form that can be compared byte for byte. */

import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { createNodeDevice } from '#cli/node-device.ts';
import { PROBE, STIMULUS, type TimedStimulus } from '#interpreter/device/capability.ts';
import type { OutputChunk } from '#interpreter/device/device.ts';
import type { TraceBatch } from '#interpreter/device/trace.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';

/** What one batch of a run tells. */
interface Told {
  readonly output: readonly OutputChunk[];
  readonly trace: TraceBatch;
}

/** A whole run without the borders of its batches, which follow wall time and mean nothing. */
export interface RecordedRun {
  /** Virtual time at the end, ns. */
  readonly at: number;
  readonly output: readonly OutputChunk[];
  readonly edges: TraceBatch['edges'];
  readonly pwm: TraceBatch['pwm'];
  readonly parts: TraceBatch['parts'];
  readonly world: TraceBatch['world'];
  readonly notices: TraceBatch['notices'];
}

export function fingerprintOf(run: RecordedRun): string {
  return createHash('sha256').update(JSON.stringify(run)).digest('hex');
}

function joined(batches: readonly Told[], at: number): RecordedRun {
  const traces = batches.map(({ trace }) => trace);
  return {
    at,
    output: mergeOutput(batches.flatMap(({ output }) => output)),
    edges: traces.flatMap(({ edges }) => edges),
    pwm: traces.flatMap(({ pwm }) => pwm),
    parts: traces.flatMap(({ parts }) => parts),
    world: traces.flatMap(({ world }) => world),
    notices: traces.flatMap(({ notices }) => notices),
  };
}

/** What was printed at one instant may have been cut by the border of a batch. */
function mergeOutput(chunks: readonly OutputChunk[]): readonly OutputChunk[] {
  const merged: OutputChunk[] = [];
  for (const { at, stream, text } of chunks) {
    const last = merged.at(-1);
    if (last?.at === at && last.stream === stream)
      merged[merged.length - 1] = { at, stream, text: last.text + text };
    else merged.push({ at, stream, text });
  }
  return merged;
}

export interface NodeRun {
  readonly program: string;
  readonly diagram: Diagram;
  readonly stimuli?: readonly TimedStimulus[];
}

/** Runs a program in Node, on the device of the terminal. */
export async function recordInNode({ program, diagram, stimuli = [] }: NodeRun): Promise<RecordedRun> {
  const device = createNodeDevice(diagram);
  const batches: Told[] = [];
  const empty: Omit<TraceBatch, 'until'> = { edges: [], pwm: [], parts: [], world: [], notices: [] };
  device.onOutput((chunk) => batches.push({ output: [chunk], trace: { until: chunk.at, ...empty } }));
  device.capability(PROBE)?.onTrace((trace) => batches.push({ output: [], trace }));
  device.capability(STIMULUS)?.plan(stimuli);
  try {
    await device.open();
    await device.load({ 'main.py': program });
    const { at } = await device.run();
    return joined(batches, at);
  } finally {
    device.dispose();
  }
}

/** The page's window while it is being listened to. */
interface ListeningWindow {
  heardFromWorkers: unknown[];
}

/** From the next page on: keeps what the interpreter's workers tell the page. The product knows nothing of it. */
export async function listenToWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    (globalThis as unknown as ListeningWindow).heardFromWorkers = heard;
    globalThis.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }) => heard.push(data));
      }
    };
  });
}

/** Forgets what was heard, so that the next run stands alone. */
export async function forgetWorkers(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as ListeningWindow).heardFromWorkers.splice(0));
}

/** Everything that the last run told; call it when the run has ended. */
export async function recordOfPage(page: Page): Promise<RecordedRun> {
  const heard = await page.evaluate(() => (globalThis as unknown as ListeningWindow).heardFromWorkers);
  const batches: Told[] = [];
  let at = Number.NaN;
  for (const message of heard) {
    const { m: method, a: args, r: result } = message as { m?: string; a?: unknown[]; r?: unknown };
    if (method === 'onBatch') batches.push(args?.[0] as Told);
    if (typeof result === 'object' && result !== null && 'at' in result) at = Number(result.at);
  }
  return joined(batches, at);
}
