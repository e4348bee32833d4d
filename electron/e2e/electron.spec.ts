/** The desktop app itself: the same first journey in Electron's window. Where there is no Electron or no display it says so in one line. */

import { _electron as electron, expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron, hasDisplay } from '../../build/scripts/find-electron.mjs';
import {
  beginFirstLesson,
  findEverythingAgain,
  makeThePumpRun,
  passEveryStep,
  seeTheStarterFail,
} from './first-journey.ts';
import { LibraryPage } from './pages/library-page.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
/** All steps of a whole lesson in one test, ms. */
const LONG = 180_000;

const binary = findElectron();
const missing =
  binary === undefined ? 'Electron’s binary is not here' : hasDisplay() ? undefined : 'there is no display';

test('the first lesson in the desktop app', async () => {
  test.skip(missing !== undefined, `The desktop app is not tested: ${missing}.`);
  test.setTimeout(LONG);
  const dataFolder = mkdtempSync(join(tmpdir(), 'pinlab-desktop-'));
  const env = { ...process.env, PINLAB_DATA: dataFolder } as Record<string, string>;
  const app = await electron.launch({ executablePath: binary, args: ['--no-sandbox', CHECKOUT], env });
  try {
    const page = await app.firstWindow();
    await expect(page).toHaveTitle(/Pinlab/);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const workspace = await beginFirstLesson(new LibraryPage(page));
    await seeTheStarterFail(workspace);
    await makeThePumpRun(workspace);
    await passEveryStep(workspace);
    await findEverythingAgain(new LibraryPage(page));
  } finally {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

// The list of results shows that a test was skipped, and not why. Workers load this file once more and stay silent.
if (missing !== undefined && process.env['TEST_WORKER_INDEX'] === undefined)
  console.log(`The desktop app is not tested: ${missing}.`);
