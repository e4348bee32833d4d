/** The lesson beside the program. */

import { expect, type Locator, type Page } from '@playwright/test';

export class LessonPane {
  readonly pane: Locator;
  readonly next: Locator;
  readonly checkButton: Locator;

  constructor(page: Page) {
    this.pane = page.getByRole('region', { name: 'Lesson' });
    this.next = this.pane.getByRole('button', { name: 'Next' });
    this.checkButton = this.pane.getByRole('button', { name: /^(Check my program|Check again)$/ });
  }

  async expectStep(number: number, title: string): Promise<void> {
    await expect(this.pane.getByRole('heading', { name: new RegExp(`^Step ${number} of `) })).toBeVisible();
    await expect(this.pane.getByRole('heading', { name: title })).toBeVisible();
  }

  /** The button of a step in the row of steps. */
  step(number: number): Locator {
    return this.pane
      .getByRole('navigation', { name: 'Steps of the lesson' })
      .getByRole('button', { name: `Step ${number}:` });
  }

  async expectStepDone(number: number): Promise<void> {
    await expect(this.step(number)).toHaveAccessibleName(/, done$/);
  }

  async answer(text: string): Promise<void> {
    await this.pane.getByRole('radio', { name: text }).check();
  }

  /** One check with its verdict. */
  check(title: string): Locator {
    return this.pane.getByRole('group', { name: 'Check of your program' }).getByRole('listitem').filter({
      hasText: title,
    });
  }

  /** Runs the checks of the step and waits until each has a verdict. */
  async runChecks(): Promise<void> {
    await this.checkButton.click();
    await expect(this.pane.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
    await expect(this.checkButton).toBeVisible();
  }

  async expectVerdict(title: string, verdict: 'passed' | 'not yet'): Promise<void> {
    await expect(this.check(title)).toContainText(`: ${verdict}`);
  }
}
