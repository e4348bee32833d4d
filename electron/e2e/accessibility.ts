/** Looks at a page with axe-core. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What Blockly itself breaks inside its own drawing; outside of it these rules count like all others. */
const BLOCKLYS_OWN = new Set(['aria-required-children', 'aria-valid-attr-value']);

/** Fails with rule, element and reason of every violation on the page as it stands, in light and in dark colors. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // The page's security policy takes no script tag; what the debugger evaluates is not bound to it.
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Between two colors a contrast means nothing.
    await page.evaluate(async () => {
      const changing = document.getAnimations().filter((each) => each instanceof CSSTransition);
      await Promise.allSettled(changing.map(({ finished }) => finished));
    });
    await expectNoViolation(page, `${what}, ${colorScheme}`);
  }
}

async function expectNoViolation(page: Page, what: string): Promise<void> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  const blockly = await page.locator('.injectionDiv').count();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(
        ({ html, target }) => !(blockly > 0 && BLOCKLYS_OWN.has(id) && isBlocklys(html, String(target))),
      )
      .map(({ target, failureSummary }) => `${id}: ${help}\n  ${String(target)}\n  ${failureSummary ?? ''}`),
  );
  expect(found.join('\n\n'), `what is hard to use in: ${what}`).toBe('');
}

function isBlocklys(html: string, target: string): boolean {
  return /blockly/i.test(html) || /blockly/i.test(target);
}
