/** The terminal and the local server (ES modules, dependencies bundled) and the interpreter's worker for Node: dist/node. */

import { execFileSync } from 'node:child_process';
import { builtinModules } from 'node:module';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { firmware } from './firmware-plugin.mjs';
import { micropythonGlue } from './micropython-glue.mjs';
import { existingEntries, fromRoot } from './paths.mjs';

const WASM = fromRoot('assets/micropython/micropython.wasm');

/** Node reads the interpreter from disk, beside the bundle. */
function copyWasm(outDir) {
  return {
    name: 'pinlab:copy-wasm',
    closeBundle() {
      if (existsSync(WASM)) copyFileSync(WASM, join(outDir, 'micropython.wasm'));
    },
  };
}

/** A third of a worker's start is compiling its code: do it here. The launcher calls it with what a CommonJS module is given. */
function codeCache(outDir) {
  const file = (name) => join(outDir, name);
  return {
    name: 'pinlab:code-cache',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        chunk.code = `(function (require, __filename) {${chunk.code}\n})\n`;
    },
    closeBundle() {
      const args = [
        fromRoot('build/vite/code-cache.mjs'),
        file('worker-code.cjs'),
        file('worker-code.cache'),
      ];
      // Flags of the build's own process would make the cache good for nobody else.
      execFileSync(process.execPath, args, { env: {}, stdio: ['ignore', 'ignore', 'inherit'] });
    },
  };
}

/** Native or machine-bound modules that stay imports. */
export const EXTERNAL = [
  /^node:/,
  ...builtinModules,
  'electron',
  'serialport',
  /^@serialport\//,
  /^@lydell\//,
];

function bundleConfig(outDir, { plugins = [], emptyOutDir = false, input, output }) {
  return {
    configFile: false,
    root: fromRoot('.'),
    publicDir: false,
    cacheDir: fromRoot('node_modules/.cache/vite-node'),
    plugins,
    ssr: { noExternal: true, external: ['electron', 'serialport', '@lydell/node-pty'] },
    build: {
      outDir,
      emptyOutDir,
      ssr: true,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8192,
      rollupOptions: { input: existingEntries(input), external: EXTERNAL, output },
    },
  };
}

/** @param input the entries of the main bundle, by name. */
export function nodeConfigs(outDir = fromRoot('dist/node'), input = { cli: fromRoot('cli/main.ts') }) {
  return [
    bundleConfig(outDir, {
      plugins: [copyWasm(outDir)],
      emptyOutDir: true,
      input,
      // Beside the entries: code that finds its files by import.meta.url may end up in any chunk.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    }),
    bundleConfig(outDir, {
      input: { worker: fromRoot('interpreter/worker/node-launcher.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    }),
    bundleConfig(outDir, {
      plugins: [firmware(), micropythonGlue(), codeCache(outDir)],
      input: { 'worker-code': fromRoot('interpreter/worker/node-entry.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    }),
  ];
}
