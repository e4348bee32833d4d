/**
 * The page as a learner feels it, in a real Chromium without a graphics card: how soon a project can be used, how soon Run
 * shows, and whether the page stays fluid while a pin changes ten thousand times a second.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Host } from '#common/host/host.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { type Figure, median } from './measure.ts';
import { openPage, withServedPage } from './served-page.ts';

const OPENINGS = 5;
const RUNS = 7;
/** How long frames are counted, ms. */
const COUNTING = 5000;
const LESSON = 'greenhouse/first-steps/first-greenhouse';

const LAMP: Diagram = {
  version: 1,
  board: 'pico',
  parts: [{ id: 'lamp', type: 'led', label: 'lamp', x: 20, y: 20 }],
  connections: [
    { from: 'lamp:A', to: 'board:GPIO15' },
    { from: 'lamp:C', to: 'board:GND' },
  ],
};

const LIGHT = 'from machine import Pin\nPin(15, Pin.OUT).on()\n';
/** The statements of a round take 30 µs on a Pico, so a half period is 50 µs. */
const TOGGLE = `from machine import Pin
from time import sleep_us
lamp = Pin(15, Pin.OUT)
toggle = lamp.toggle
while True:
    toggle()
    sleep_us(20)
`;

/** What the scripts in the page leave for the measurement. */
interface MeasuredWindow {
  /** Milliseconds since navigation at which everything was there and painted. */
  usableAt?: number;
  /** Milliseconds from the click on Run to the painted lamp. */
  litAfter?: number;
}

/** @param root the checkout, with dist/ up to date. */
export function measurePage(root: URL): Promise<Figure[]> {
  return withServedPage({
    root,
    store: storeProjects,
    measure: async (browser, url) => [
      await navigationToWorkspace(browser, url),
      await runToLamp(browser, url),
      ...(await framesPerSecond(browser, url)),
    ],
  });
}

async function storeProjects(host: Host, lessonsDir: string): Promise<void> {
  const lesson = (name: string): string => readFileSync(join(lessonsDir, LESSON, name), 'utf8');
  const wired = JSON.stringify(LAMP);
  await host.saveProject({ id: 'light', name: 'Light', files: { 'main.py': LIGHT, 'diagram.json': wired } });
  await host.saveProject({
    id: 'toggle',
    name: 'Toggle',
    files: { 'main.py': TOGGLE, 'diagram.json': wired },
  });
  const files = { 'main.py': lesson('solution/main.py'), 'diagram.json': lesson('diagram.json') };
  await host.saveProject({ id: 'lesson', name: 'Greenhouse', lesson: LESSON, files });
}

/** The page opens the newest project by itself as soon as it can, so that no driver's delay is counted. */
async function navigationToWorkspace(browser: Browser, url: string): Promise<Figure> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    const page = await openPage(browser);
    await page.addInitScript(() => {
      const measured = globalThis as unknown as MeasuredWindow;
      const button = (name: string): HTMLButtonElement | undefined =>
        [...document.querySelectorAll('button')].find(({ textContent }) =>
          textContent?.trim().startsWith(name),
        );
      let opened = false;
      const observer = new MutationObserver(() => {
        const open = button('Continue');
        if (open && !opened) {
          opened = true;
          open.click();
        }
        const editor = document.querySelector('.cm-content[contenteditable="true"] .cm-line');
        const parts = document.querySelectorAll('[aria-label="Bench"] [data-part]').length;
        if (!editor || parts < 2 || button('Run')?.disabled !== false) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (measured.usableAt = performance.now())));
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(url);
    await page.waitForFunction(() => (globalThis as unknown as MeasuredWindow).usableAt !== undefined);
    times.push(await page.evaluate(() => (globalThis as unknown as MeasuredWindow).usableAt ?? Number.NaN));
    await page.context().close();
  }
  return {
    name: 'navigation to a usable workspace',
    measured: median(times),
    limit: 1500,
    unit: 'ms',
    note: `Median of ${OPENINGS} fresh contexts`,
  };
}

async function runToLamp(browser: Browser, url: string): Promise<Figure> {
  const page = await openPage(browser);
  await openProject(page, url, 'Light');
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await page.evaluate(() => {
      const measured = globalThis as unknown as MeasuredWindow;
      measured.litAfter = undefined;
      let clicked = Number.NaN;
      const lamp = document.querySelector('[data-part="lamp"]');
      addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (Number.isNaN(clicked) || !lamp?.ariaLabel?.endsWith(': on')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (measured.litAfter = performance.now() - clicked)));
      });
      if (lamp) observer.observe(lamp, { attributes: true, attributeFilter: ['aria-label'] });
    });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForFunction(() => (globalThis as unknown as MeasuredWindow).litAfter !== undefined);
    times.push(await page.evaluate(() => (globalThis as unknown as MeasuredWindow).litAfter ?? Number.NaN));
    await page.getByRole('log').getByText('The program ended after').waitFor();
  }
  await page.context().close();
  return {
    name: 'Run click to first LED change',
    measured: median(times),
    limit: 200,
    unit: 'ms',
    note: `Median of ${RUNS} runs`,
  };
}

/** The idle page first, then the same page with the busy pin: side by side on the same machine. */
async function framesPerSecond(browser: Browser, url: string): Promise<Figure[]> {
  const page = await openPage(browser);
  await openProject(page, url, 'Toggle');
  const idle = await countFrames(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('[data-part="lamp"][aria-label*=":"]').waitFor();
  const before = await boardSeconds(page);
  const busy = await countFrames(page);
  const after = await boardSeconds(page);
  await page.context().close();
  const pace = (after.board - before.board) / ((after.wall - before.wall) / 1000);
  const unit = 'frames/s';
  return [
    { name: 'idle page', measured: idle, limit: Infinity, unit },
    { name: 'page while a pin toggles at 10 kHz', measured: busy, limit: 50, unit, atLeast: true },
    { name: 'board’s time while it toggles', measured: pace, limit: Infinity, unit: 's for each second' },
  ];
}

function countFrames(page: Page): Promise<number> {
  return page.evaluate(
    (milliseconds) =>
      new Promise<number>((resolve) => {
        let [frames, first] = [0, 0];
        const count = (now: number): void => {
          if (frames === 0) first = now;
          else if (now - first >= milliseconds) return resolve((frames / (now - first)) * 1000);
          frames += 1;
          requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
      }),
    COUNTING,
  );
}

/** The board's clock as the toolbar shows it, s, and the wall clock of the same moment, ms. */
function boardSeconds(page: Page): Promise<{ readonly board: number; readonly wall: number }> {
  return page.getByRole('timer').evaluate((timer) => {
    const [hours = 0, minutes = 0, seconds = 0] = (timer.textContent ?? '').trim().split(':').map(Number);
    return { board: hours * 3600 + minutes * 60 + seconds, wall: performance.now() };
  });
}

async function openProject(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('region', { name: 'My projects' }).getByRole('button', { name }).first().click();
  await page.locator('[data-part="lamp"]').waitFor();
}
