/** The page that `pinlab serve` gives is isolated, so that Stop and input reach a running program, and asks nobody else. */

import { expect, test } from './fixtures.ts';

test('the page is cross-origin isolated and loads from this computer alone', async ({ page, appUrl }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(appUrl) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));

  await page.goto('/');
  await expect(page).toHaveTitle(/Pinlab/);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(page.locator('body')).not.toBeEmpty();
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});
