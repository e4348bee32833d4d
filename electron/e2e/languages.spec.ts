/** The app speaks the learner's language: the one that was chosen, from right to left where it is written so. */

import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { FIRST_LESSON } from './first-journey.ts';
import { expect, test } from './fixtures.ts';

async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Language:/ }).click();
  await page.getByRole('option', { name }).click();
}

/** The lesson's card, which tells how long the lesson takes. Lessons are written in English. */
async function openFirstLesson(page: Page, minutes: RegExp): Promise<void> {
  await page.getByRole('button', { name: FIRST_LESSON }).filter({ hasText: minutes }).click();
}

test('German is in force at once, and still after the page was loaded anew', async ({ page, library }) => {
  await chooseLanguage(library.page, 'Deutsch');
  const welcome = page.getByRole('heading', { name: 'Willkommen bei Pinlab' });
  await expect(welcome).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sprache: Deutsch' })).toBeFocused();
  await page.reload();
  await expect(welcome).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  await openFirstLesson(page, /Etwa 30 Minuten/);
  await expect(page.getByRole('button', { name: 'Starten', exact: true })).toBeEnabled();
  await expect(page.getByRole('img', { name: /^Gewächshaus bei Tag/ })).toBeVisible();
});

test('Arabic is written from right to left; the program and the bench are not', async ({ page, library }) => {
  await chooseLanguage(library.page, 'العربية');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expectAccessible(page, 'the library in Arabic');

  await openFirstLesson(page, /30 دقيقة/);
  const lesson = page.getByRole('region', { name: 'الدرس' });
  const bench = page.getByRole('region', { name: 'طاولة العمل' });
  await expect(bench).toBeVisible();
  const [lessonBox, benchBox] = [await lesson.boundingBox(), await bench.boundingBox()];
  expect(lessonBox?.x).toBeGreaterThan(benchBox?.x ?? Infinity);
  await expect(page.locator('.cm-content')).toHaveCSS('direction', 'ltr');
  await expect(page.getByRole('log')).toHaveCSS('direction', 'ltr');
  await expectAccessible(page, 'a lesson in Arabic');
});

test('the arrow keys move an edge the way that they point', async ({ page, library }) => {
  await chooseLanguage(library.page, 'العربية');
  await openFirstLesson(page, /30 دقيقة/);
  const edge = page.getByRole('separator', { name: 'عرض الدرس' });
  await edge.focus();
  const before = (await edge.boundingBox())?.x ?? 0;
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await edge.boundingBox())?.x ?? 0).toBeLessThan(before);
});

test.describe('on a computer that speaks French', () => {
  test.use({ locale: 'fr-CA' });

  test('French needs no choice', async ({ page, server }) => {
    test.skip(server === undefined, 'The desktop app asks the system, which a journey cannot change.');
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Bienvenue dans Pinlab' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });
});
