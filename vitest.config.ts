/** Vitest: project `node` runs every *.test.ts without a DOM; project `dom` runs the renderer's *.dom.test.ts in jsdom. */

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const DOM_TESTS = ['renderer/**/*.dom.test.ts', 'renderer/**/*.svelte.test.ts'];
const NEVER = ['**/node_modules/**', 'dist/**', 'electron/e2e/**'];

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'node',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...DOM_TESTS],
          globalSetup: ['build/vite/test-setup.mjs'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: { name: 'dom', environment: 'jsdom', include: DOM_TESTS, exclude: NEVER, testTimeout: 20_000 },
      },
    ],
  },
});
