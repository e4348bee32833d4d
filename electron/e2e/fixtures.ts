/**
 * What a journey starts from: the app with an empty data folder of its own. The same journeys run in Chromium against
 * `pinlab serve` and, where PINLAB_E2E_ELECTRON names Electron's binary, in the desktop app.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, test as base, _electron as electron, expect } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { type ServedApp, serveApp } from './served-app.ts';
import { storeProject, type StoredProject } from './stored-projects.ts';

const ELECTRON = process.env['PINLAB_E2E_ELECTRON'];
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

interface AppFixtures {
  /** Empty, and gone after the journey. */
  readonly dataFolder: string;
  /** The server behind the page; undefined in the desktop app. */
  readonly server: ServedApp | undefined;
  /** Address of the app; relative addresses of `page.goto` start here. */
  readonly appUrl: string;
  /** What the page threw and nobody caught. A journey with such an error fails. */
  readonly pageErrors: string[];
  /** The home view of an app that nobody has used yet. */
  readonly library: LibraryPage;
  /** Stores a project, starts the app and opens it. */
  readonly openProject: (project: StoredProject) => Promise<WorkspacePage>;
}

const withData = base.extend<AppFixtures>({
  // Playwright wants the first argument destructured.
  // eslint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'pinlab-journey-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  server: async ({ dataFolder }, use) => {
    if (ELECTRON !== undefined) return use(undefined);
    const app = await serveApp(dataFolder);
    await use(app);
    await app.stop();
  },
  appUrl: ({ server }, use) => use(server?.url ?? 'app://pinlab/'),
  baseURL: ({ appUrl }, use) => use(appUrl),
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      await use(errors);
      expect(errors, 'errors that the page did not catch').toEqual([]);
    },
    { auto: true },
  ],
  library: async ({ page }, use) => use(await new LibraryPage(page).open()),
  openProject: ({ page, dataFolder }, use) =>
    use(async (project) => {
      await storeProject(dataFolder, project);
      const library = await new LibraryPage(page).open();
      return library.openProject(project.name);
    }),
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
