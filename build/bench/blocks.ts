/**
 * A program of a thousand blocks in a real Chromium: how soon it is shown, and whether it stays fluid while a block, and while a
 * stack of hundreds, is dragged over it.
 */

import type { Browser, Page } from '@playwright/test';
import { DEFAULT_SETTINGS, type Host } from '#common/host/host.ts';
import { type Figure, median } from './measure.ts';
import { openPage, withServedPage } from './served-page.ts';

const SHOWINGS = 3;
/** How long a block is dragged, ms. */
const DRAGGING = 2000;
/** Each round of the program is eight blocks: if, compare, two values; turn and its pin; wait and its number. */
const ROUNDS = 125;

const PROGRAM = [
  'from machine import Pin\nfrom time import sleep\n\nled = Pin(2, Pin.OUT)\nx = 0\n',
  ...Array.from({ length: ROUNDS }, (_, n) => `if x > ${n}:\n    led.on()\n    sleep(1)\n`),
].join('');

/** Where blocks are taken hold of and moved about, pixels of the page. */
const GRIP = 8;
const CIRCLE = { x: 600, y: 420, width: 110, height: 170, millisecondsARadian: 300 };

interface Frames {
  readonly perSecond: number;
  /** ms */
  readonly longest: number;
}

/** @param root the checkout, with dist/ up to date. */
export function measureBlocks(root: URL): Promise<Figure[]> {
  return withServedPage({ root, store: storeProgram, measure: measureProgram });
}

async function storeProgram(host: Host): Promise<void> {
  await host.writeSettings({ ...DEFAULT_SETTINGS, programView: 'blocks' });
  await host.saveProject({ id: 'blocks', name: 'Thousand blocks', files: { 'main.py': PROGRAM } });
}

async function measureProgram(browser: Browser, url: string): Promise<Figure[]> {
  const times: number[] = [];
  for (let showing = 0; showing < SHOWINGS; showing++) {
    const page = await openPage(browser);
    times.push(await showProgram(page, url));
    await page.context().close();
  }
  const page = await openPage(browser);
  await showProgram(page, url);
  const single = await drag(page, 'sleep');
  const stack = await drag(page, 'if');
  await page.context().close();
  const unit = 'frames/s';
  return [
    {
      name: 'click to 1,000 blocks shown',
      measured: median(times),
      limit: Infinity,
      unit: 'ms',
      note: `Median of ${SHOWINGS}`,
    },
    { name: 'dragging a block over 1,000', measured: single.perSecond, limit: 50, unit, atLeast: true },
    { name: 'its longest frame', measured: single.longest, limit: Infinity, unit: 'ms' },
    { name: 'dragging a stack of 990 blocks', measured: stack.perSecond, limit: Infinity, unit },
    { name: 'its longest frame', measured: stack.longest, limit: Infinity, unit: 'ms' },
  ];
}

/** From the click on the project to the painted blocks, ms. */
async function showProgram(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const project = page.getByRole('button', { name: 'Thousand blocks' }).first();
  await project.waitFor();
  const shown = page.evaluate(
    (rounds) =>
      new Promise<number>((resolve) => {
        let clicked = Number.NaN;
        addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), { capture: true, once: true });
        const observer = new MutationObserver(() => {
          if (document.querySelectorAll('.blocklyBlock.sleep').length < rounds) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clicked)));
        });
        observer.observe(document, { subtree: true, childList: true });
      }),
    ROUNDS,
  );
  await project.click();
  return shown;
}

/** Moves a block about for a while, once a frame, and counts the frames. */
async function drag(page: Page, type: string): Promise<Frames> {
  const box = await page.locator(`.blocklyBlock.${type}`).nth(1).boundingBox();
  if (!box) throw new Error(`There is no block ${type} on the page.`);
  await page.mouse.move(box.x + GRIP, box.y + GRIP);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 });
  const frames = await page.evaluate(
    ({ circle, milliseconds }) =>
      new Promise<Frames>((resolve) => {
        const times: number[] = [];
        let [first, last] = [Number.NaN, Number.NaN];
        const step = (now: number): void => {
          if (Number.isNaN(first)) first = now;
          else times.push(now - last);
          last = now;
          const angle = (now - first) / circle.millisecondsARadian;
          const place = {
            clientX: circle.x + circle.width * Math.cos(angle),
            clientY: circle.y + circle.height * Math.sin(angle),
          };
          const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: 1 };
          document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, ...place, ...pointer }));
          if (now - first < milliseconds) requestAnimationFrame(step);
          else resolve({ perSecond: (times.length / (now - first)) * 1000, longest: Math.max(...times) });
        };
        requestAnimationFrame(step);
      }),
    { circle: CIRCLE, milliseconds: DRAGGING },
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}
