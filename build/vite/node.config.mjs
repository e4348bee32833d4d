/** The terminal, the local server and the worker's Node entry: dist/node/*.js, one chunk graph, dependencies bundled. */

import { builtinModules } from 'node:module';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { firmware } from './firmware-plugin.mjs';
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

/** Native or machine-bound modules that stay imports. */
export const EXTERNAL = [/^node:/, ...builtinModules, 'electron', 'serialport', /^@serialport\//];

export function nodeConfig(outDir = fromRoot('dist/node')) {
  return {
    configFile: false,
    root: fromRoot('.'),
    publicDir: false,
    cacheDir: fromRoot('node_modules/.cache/vite-node'),
    plugins: [copyWasm(outDir), firmware()],
    ssr: { noExternal: true, external: ['electron', 'serialport'] },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8192,
      rollupOptions: {
        input: existingEntries({
          cli: fromRoot('cli/main.ts'),
          worker: fromRoot('interpreter/worker/node-entry.ts'),
        }),
        external: EXTERNAL,
        // Beside the entries: code that finds its files by import.meta.url may end up in any chunk.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}
