/** `npm run typecheck`: compiles every layer with its own globals (build/tsconfig/), two at a time. */

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fromRoot } from '../vite/paths.mjs';

const CACHE = fromRoot('node_modules/.cache/tsc');
const TSC = fromRoot('node_modules/typescript/bin/tsc');
const SVELTE_CHECK = fromRoot('node_modules/svelte-check/bin/svelte-check');

function tsc(layer) {
  const info = ['--incremental', '--tsBuildInfoFile', `${CACHE}/${layer}.json`];
  return { layer, args: [TSC, '-p', fromRoot(`build/tsconfig/${layer}.json`), ...info] };
}

/** The slowest first, so that two at a time end together. */
const JOBS = [
  {
    layer: 'renderer',
    args: [
      SVELTE_CHECK,
      '--tsconfig',
      fromRoot('build/tsconfig/renderer.json'),
      '--fail-on-warnings',
      '--output',
      'human',
    ],
  },
  tsc('tests'),
  tsc('node'),
  tsc('worker'),
  tsc('preload'),
  tsc('pure'),
];

function run({ layer, args }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: fromRoot('.'), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ layer, failed: code !== 0, output }));
  });
}

async function worker(queue, results) {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const result = await run(job);
    results.push(result);
    if (result.failed) console.log(`types of ${result.layer}: failed\n${result.output.trim()}\n`);
  }
}

mkdirSync(CACHE, { recursive: true });
const wanted = process.argv.slice(2);
const queue = JOBS.filter(({ layer }) => wanted.length === 0 || wanted.includes(layer));
const results = [];
await Promise.all([worker(queue, results), worker(queue, results)]);
const failed = results.filter((result) => result.failed).map(({ layer }) => layer);
console.log(
  failed.length > 0 ? `Type errors in: ${failed.join(', ')}` : `Types are right in ${results.length} layers.`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
