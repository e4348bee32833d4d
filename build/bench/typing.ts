/** A keystroke in a program of 500 lines, in a real Chromium with text and blocks side by side. */

import type { Browser, Page } from '@playwright/test';
import { DEFAULT_SETTINGS } from '#common/host/host.ts';
import { type Figure, median } from './measure.ts';
import { longProgram, MIDDLE } from './reading.ts';
import { openPage, withServedPage } from './served-page.ts';

const NAME = 'Five hundred lines';
const WARM_UP = 10;
const KEYSTROKES = 30;

/** What the scripts in the page leave for the measurement, ms. */
interface MeasuredWindow {
  /** From the key to the changed block in the page. */
  shownAfter?: number | undefined;
  /** From the key to the painted page. */
  paintedAfter?: number | undefined;
}

/** @param root the checkout, with dist/ up to date. */
export function measureTyping(root: URL): Promise<Figure[]> {
  const text = longProgram(root);
  return withServedPage({
    root,
    async store(host) {
      await host.writeSettings({ ...DEFAULT_SETTINGS, programView: 'split' });
      await host.saveProject({ id: 'typing', name: NAME, files: { 'main.py': text } });
    },
    measure: (browser, url) => measureKeys(browser, url, text),
  });
}

async function measureKeys(browser: Browser, url: string, text: string): Promise<Figure[]> {
  const page = await openPage(browser);
  await page.goto(url);
  await page.getByRole('button', { name: NAME }).first().click();
  // Blocks out of sight are there, but not painted.
  await page.locator('.blocklyBlock').nth(100).waitFor({ state: 'attached' });
  await moveCursor(page, text);
  const [shown, painted]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + KEYSTROKES; round++) {
    const { shownAfter = NaN, paintedAfter = NaN } = await replaceDigit(page, (round % 8) + 2);
    if (round < WARM_UP) continue;
    shown.push(shownAfter);
    painted.push(paintedAfter);
  }
  await page.context().close();
  const unit = 'ms';
  return [
    {
      name: 'key to changed block, 500 lines',
      measured: median(shown),
      limit: Infinity,
      unit,
      note: `Median of ${KEYSTROKES}, with waiting for the frame`,
    },
    { name: 'key to painted page, 500 lines', measured: median(painted), limit: Infinity, unit },
  ];
}

/** Puts the cursor behind the digit in the middle. */
async function moveCursor(page: Page, text: string): Promise<void> {
  const lines = text.slice(0, text.indexOf(MIDDLE)).split('\n').length - 1;
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < lines; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

/** Types another digit over the last one and waits for its block. */
async function replaceDigit(page: Page, digit: number): Promise<MeasuredWindow> {
  await page.evaluate((number) => {
    const measured = globalThis as unknown as MeasuredWindow;
    [measured.shownAfter, measured.paintedAfter] = [undefined, undefined];
    let pressed = NaN;
    const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
      if (/\d/.test(key)) pressed = timeStamp;
    };
    addEventListener('keydown', onKey, { capture: true });
    const observer = new MutationObserver((changes) => {
      const isShown = changes.some(
        ({ target }) => target.textContent === number && target.parentElement?.closest('.blocklyBlock'),
      );
      if (!isShown) return;
      observer.disconnect();
      removeEventListener('keydown', onKey, { capture: true });
      measured.shownAfter = performance.now() - pressed;
      requestAnimationFrame(() => setTimeout(() => (measured.paintedAfter = performance.now() - pressed)));
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  }, `700${digit}`);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press(String(digit));
  await page.waitForFunction(() => (globalThis as unknown as MeasuredWindow).paintedAfter !== undefined);
  return page.evaluate(() => {
    const { shownAfter, paintedAfter } = globalThis as unknown as MeasuredWindow;
    return { shownAfter, paintedAfter };
  });
}
