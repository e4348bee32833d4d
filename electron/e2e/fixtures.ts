/**
 * What a journey starts from: the app with an empty data folder of its own. The same journeys run in Chromium against
 * `pinlab serve` and, where PINLAB_E2E_ELECTRON names Electron's binary, in the desktop app.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, test as base, _electron as electron } from '@playwright/test';
import { serveApp } from './served-app.ts';

const ELECTRON = process.env['PINLAB_E2E_ELECTRON'];
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

interface AppFixtures {
  /** Empty, and gone after the journey. */
  readonly dataFolder: string;
  /** Address of the app; relative addresses of `page.goto` start here. */
  readonly appUrl: string;
}

const withData = base.extend<AppFixtures>({
  // Playwright wants the first argument destructured.
  // eslint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'pinlab-journey-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  appUrl: async ({ dataFolder }, use) => {
    if (ELECTRON !== undefined) return use('app://pinlab/');
    const app = await serveApp(dataFolder);
    await use(app.url);
    await app.stop();
  },
  baseURL: ({ appUrl }, use) => use(appUrl),
});

/** The desktop app's window in place of a browser's page. */
const inElectron = withData.extend<{ page: Page }>({
  page: async ({ dataFolder }, use) => {
    const env = { ...process.env, PINLAB_DATA: dataFolder } as Record<string, string>;
    const args = ['--no-sandbox', CHECKOUT];
    const app = await electron.launch({ executablePath: ELECTRON ?? '', args, env });
    await use(await app.firstWindow());
    await app.close();
  },
});

export const test = ELECTRON === undefined ? withData : inElectron;
export { expect } from '@playwright/test';
