/** The window's page: Svelte app, worker and WASM into dist/renderer. Also the development server (`npx vite -c …`). */

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { blocklyMedia } from './blockly-media.mjs';
import { firmware } from './firmware-plugin.mjs';
import { micropythonGlue } from './micropython-glue.mjs';
import { fromRoot } from './paths.mjs';

/** Without these two headers no SharedArrayBuffer, hence no Stop and no input while a program runs. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** How long each plugin takes is of no interest to whoever builds. */
const CHECKS = { pluginTimings: false };

export function rendererConfig(outDir = fromRoot('dist/renderer')) {
  return {
    configFile: false,
    root: fromRoot('renderer'),
    publicDir: false,
    base: './',
    cacheDir: fromRoot('node_modules/.cache/vite-renderer'),
    // In the development server the page's plugins serve the worker too.
    plugins: [svelte({ configFile: false }), blocklyMedia(), firmware(), micropythonGlue()],
    assetsInclude: ['**/*.wasm'],
    worker: {
      format: 'es',
      plugins: () => [firmware(), micropythonGlue()],
      rollupOptions: { checks: CHECKS },
    },
    // Prepared by the development server, it would get past its plugin.
    optimizeDeps: { exclude: ['@micropython/micropython-webassembly-pyscript'] },
    server: { host: '127.0.0.1', headers: ISOLATION_HEADERS },
    preview: { host: '127.0.0.1', headers: ISOLATION_HEADERS },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome120',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      assetsInlineLimit: 0,
      rollupOptions: { checks: CHECKS },
    },
  };
}

export default rendererConfig();
