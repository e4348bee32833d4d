/**
 * Measures Pinlab side by side with what it is compared to, in one run, and prints a table. Figures are medians; nothing here fails a
 * test: read docs/benchmarks.md for the machine on which they were taken.
 *
 *   npm run bench              everything
 *   npm run bench -- page      only the page (or: interpreter)
 */

import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { EXTERNAL, nodeConfigs } from '../vite/node.config.mjs';
import { fromRoot } from '../vite/paths.mjs';
import { refresh } from '../vite/refresh.mjs';

const wanted = process.argv.slice(2);
const out = fromRoot('node_modules/.cache/pinlab-bench');

await refresh(['node', 'renderer']);
for (const config of nodeConfigs(out, { bench: fromRoot('build/bench/main.ts') })) {
  config.build.rollupOptions.external = [...EXTERNAL, /^@playwright\//, /playwright-core/];
  await build({ ...config, logLevel: 'error' });
}

const { MEASUREMENTS } = await import(pathToFileURL(`${out}/bench.js`).href);
const root = pathToFileURL(fromRoot('.') + '/');
console.log('| figure | measured | wanted | |\n|---|---|---|---|');
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { name: figure, measured, limit, unit, atLeast } of await measure(root)) {
    const rounded = measured >= 100 ? measured.toFixed(0) : measured.toFixed(2);
    const goal = Number.isFinite(limit) ? `${atLeast ? 'at least' : 'at most'} ${limit}` : '';
    const met = !Number.isFinite(limit)
      ? ''
      : (atLeast ? measured >= limit : measured <= limit)
        ? 'met'
        : 'MISSED';
    console.log(`| ${figure} | ${rounded} ${unit} | ${goal} | ${met} |`);
  }
}
process.exit(0);
