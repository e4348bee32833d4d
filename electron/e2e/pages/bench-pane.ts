/** The bench: parts with their controls, and the world. */

import { expect, type Locator, type Page } from '@playwright/test';

export class BenchPane {
  readonly pane: Locator;
  /** The world's picture, described in words. */
  readonly picture: Locator;

  constructor(page: Page) {
    this.pane = page.getByRole('region', { name: 'Bench' });
    this.picture = this.pane.getByRole('img', { name: /^Greenhouse / });
  }

  /** A part by what a person calls it; its state is in its accessible name. */
  part(name: string): Locator {
    return this.pane.getByRole('group', { name: new RegExp(`^${name}`, 'i') });
  }

  async expectState(name: string, state: string): Promise<void> {
    await expect(this.part(name)).toHaveAccessibleName(new RegExp(`: ${state}$`));
  }

  /** A reading of the world, such as `Soil`. */
  async reading(label: string): Promise<number> {
    const term = this.pane.getByRole('term').filter({ hasText: label });
    const text = await term.locator('xpath=following-sibling::dd[1]').innerText();
    return Number.parseFloat(text.replace('−', '-'));
  }

  /** Opens the world's controls where they are closed. */
  async openWeather(): Promise<void> {
    const button = this.pane.getByRole('button', { name: 'Weather' });
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  }

  slider(name: string): Locator {
    return this.pane.getByRole('slider', { name });
  }
}
