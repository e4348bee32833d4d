/** The desktop app's own processes: main as ES module, the sandboxed preload as CommonJS (a sandboxed preload can be nothing else). */

import { existsSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { EXTERNAL } from './node.config.mjs';

const BUNDLES = [
  { entry: 'electron/main/main.ts', fileName: 'main.js', format: 'es' },
  { entry: 'electron/preload/preload.ts', fileName: 'preload.cjs', format: 'cjs' },
];

function bundleConfig({ entry, fileName, format }, outDir) {
  return {
    configFile: false,
    root: fromRoot('.'),
    publicDir: false,
    cacheDir: fromRoot('node_modules/.cache/vite-electron'),
    ssr: { noExternal: true, external: ['electron', 'serialport'] },
    build: {
      outDir,
      emptyOutDir: false,
      ssr: true,
      target: 'node22',
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: fromRoot(entry),
        external: EXTERNAL,
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  };
}

export function electronConfigs(outDir = fromRoot('dist/electron')) {
  return BUNDLES.filter(({ entry }) => existsSync(fromRoot(entry))).map((bundle) =>
    bundleConfig(bundle, outDir),
  );
}
