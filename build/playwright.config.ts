/** The journeys (electron/e2e): a real Chromium against `pinlab serve`, each worker with a server and a data folder of its own. */

import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from './scripts/find-browser.mjs';

export default defineConfig({
  testDir: '../electron/e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './vite/journeys-setup.mjs',
  // Timing is part of what the journeys look at, so they do not run side by side.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/journeys.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    // A trace takes a fifth of the time: ask for one with `npm run e2e -- --trace on`.
    trace: 'off',
    launchOptions: { executablePath: await findBrowser(), args: CHROMIUM_FLAGS },
  },
});
