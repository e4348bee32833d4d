/** The interpreter against the bare VM, in one run: cost of the line hook, memory, virtual hours, start-up. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { createNodeDevice } from '#cli/node-device.ts';
import { HOUR } from '#common/time/duration.ts';
import { VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import type { RunResult } from '#interpreter/device/device.ts';
import { parseDiagram } from '#interpreter/diagram/parse.ts';
import { emptyDiagram } from '#interpreter/diagram/default-diagram.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { type Figure, geometricMean, median } from './measure.ts';

const PROGRAMS = ['loop', 'while', 'recursion', 'strings', 'lists', 'classes', 'blink'];
const ROUNDS = 5;

interface Stock {
  readonly file: string;
  readonly wasm: WebAssembly.Module;
}

interface Timed {
  readonly milliseconds: number;
  readonly text: string;
  readonly result?: RunResult;
}

/** The official build, held so that every round has the same module, as Pinlab's rounds have. */
async function compileStock(root: URL): Promise<Stock> {
  const name = '@micropython/micropython-webassembly-pyscript/micropython.wasm';
  const file = createRequire(new URL('package.json', root)).resolve(name);
  return { file, wasm: await WebAssembly.compile(readFileSync(file)) };
}

function runBare(root: URL, source: string, stock: Stock): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const workerData = { source, ...stock };
    const worker = new Worker(new URL('build/bench/bare-worker.mjs', root), { workerData });
    worker.once('message', resolve).once('error', reject);
  });
}

/** Time from the line `start` to the end of the run, as this side of the worker sees it. */
async function runHooked(source: string, diagram: Diagram, limit?: number): Promise<Timed> {
  const device = createNodeDevice(diagram);
  const time = device.capability(VIRTUAL_TIME);
  time?.setSpeed('max');
  if (time) time.limit = limit;
  await device.open();
  await device.load({ 'main.py': source });
  let text = '';
  let started = performance.now();
  device.onOutput((chunk) => {
    if (text === '' && chunk.text.includes('start')) started = performance.now();
    text += chunk.text;
  });
  const result = await device.run();
  const milliseconds = performance.now() - started;
  device.dispose();
  return { milliseconds, text: text.replace('start\n', ''), result };
}

async function hookFactor(root: URL): Promise<Figure[]> {
  const figures: Figure[] = [];
  const stock = await compileStock(root);
  for (const name of PROGRAMS) {
    const source = readFileSync(new URL(`build/bench/programs/${name}.py`, root), 'utf8');
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await runBare(root, source, stock);
      const hooked = await runHooked(source, emptyDiagram('esp32_devkit'));
      if (hooked.text.trim() !== bare.text.trim())
        throw new Error(`${name}: ${hooked.text} is not ${bare.text}`);
      ratios.push(hooked.milliseconds / bare.milliseconds);
    }
    figures.push({ name: `hooks, ${name}`, measured: median(ratios), limit: Infinity, unit: 'x bare VM' });
  }
  const mean = geometricMean(figures.map(({ measured }) => measured));
  return [...figures, { name: 'hooks, geometric mean', measured: mean, limit: 1.8, unit: 'x bare VM' }];
}

/** An allocating loop for a virtual day; the figure is the most memory that was ever in use. */
async function allocatingDay(): Promise<Figure> {
  const source =
    'import gc, time\nprint("start")\nmost = 0\nwhile True:\n    text = "reading %d" % time.time()\n    value = time.time() * 1.5\n' +
    '    most = max(most, gc.mem_alloc())\n    time.sleep(1)\n    if time.time() % 3600 == 0:\n        print(most, gc.mem_alloc() + gc.mem_free())\n';
  const { text, result } = await runHooked(source, emptyDiagram('pico'), 24 * HOUR);
  const [most = NaN, heap = NaN] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (result?.end !== 'time-limit') throw new Error(`The allocating loop ended with ${result?.end}.`);
  return { name: '24 h of an allocating loop', measured: most / heap, limit: 1, unit: 'of the heap' };
}

async function greenhouseDay(root: URL): Promise<Figure> {
  const lesson = new URL('lessons/curricula/greenhouse/first-steps/first-greenhouse/', root);
  const source = readFileSync(new URL('solution/main.py', lesson), 'utf8');
  const text = readFileSync(new URL('diagram.json', lesson), 'utf8');
  const { diagram } = parseDiagram(text, { file: 'diagram.json', catalog: CATALOG });
  if (!diagram) throw new Error('The greenhouse diagram does not parse.');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push((await runHooked(source, diagram, 24 * HOUR)).milliseconds);
  return {
    name: '24 h of the greenhouse',
    measured: median(times),
    limit: 1000,
    unit: 'ms',
    note: 'Run to the end',
  };
}

async function startToOutput(): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const device = createNodeDevice(emptyDiagram('esp32_devkit'));
    const before = performance.now();
    await device.open();
    await device.load({ 'main.py': 'print("hello")\n' });
    const heard = new Promise<number>((resolve) =>
      device.onOutput(() => resolve(performance.now() - before)),
    );
    const ended = device.run();
    times.push(await heard);
    await ended;
    device.dispose();
  }
  return { name: 'worker start to first output', measured: median(times), limit: 150, unit: 'ms' };
}

/** @param root the checkout. */
export async function measureInterpreter(root: URL): Promise<Figure[]> {
  return [
    ...(await hookFactor(root)),
    await allocatingDay(),
    await greenhouseDay(root),
    await startToOutput(),
  ];
}
