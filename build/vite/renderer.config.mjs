/** The window's page: Svelte app, worker and WASM into dist/renderer. Also the development server (`npx vite -c …`). */

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fromRoot } from './paths.mjs';

/** Without these two headers no SharedArrayBuffer, hence no Stop and no input while a program runs. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export function rendererConfig(outDir = fromRoot('dist/renderer')) {
  return {
    configFile: false,
    root: fromRoot('renderer'),
    publicDir: false,
    base: './',
    cacheDir: fromRoot('node_modules/.cache/vite-renderer'),
    plugins: [svelte({ configFile: false })],
    assetsInclude: ['**/*.wasm'],
    worker: { format: 'es' },
    server: { host: '127.0.0.1', headers: ISOLATION_HEADERS },
    preview: { host: '127.0.0.1', headers: ISOLATION_HEADERS },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome120',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      assetsInlineLimit: 0,
    },
  };
}

export default rendererConfig();
