/** An open project: toolbar, program, console; the lesson and the bench have page objects of their own. */

import { expect, type Locator, type Page } from '@playwright/test';
import { BenchPane } from './bench-pane.ts';
import { LessonPane } from './lesson-pane.ts';
import { ProgramPane } from './program-pane.ts';

type SpeedName = '0.1×' | '1×' | '10×' | '100×' | 'Max';

export class WorkspacePage {
  readonly page: Page;
  readonly lesson: LessonPane;
  readonly program: ProgramPane;
  readonly bench: BenchPane;
  readonly run: Locator;
  /** Stands in the place of Run while the program is paused. */
  readonly continue: Locator;
  readonly stop: Locator;
  readonly device: Locator;
  readonly speed: Locator;
  /** Time on the board, such as `00:00:07.2`. */
  readonly clock: Locator;
  /** What the program printed. */
  readonly output: Locator;
  /** The line for `input()`. */
  readonly answer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.lesson = new LessonPane(page);
    this.program = new ProgramPane(page);
    this.bench = new BenchPane(page);
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.continue = page.getByRole('button', { name: 'Continue', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.device = page.getByRole('button', { name: /^Device:/ });
    this.speed = page.getByRole('combobox', { name: 'Speed of time' });
    this.clock = page.getByRole('timer', { name: 'Time on the board' });
    this.output = page.getByRole('log', { name: 'Output of the program' });
    this.answer = page.getByRole('textbox', { name: 'Answer for the program' });
  }

  async ready(): Promise<this> {
    await expect(this.page.getByRole('region', { name: 'Program' })).toBeVisible();
    return this;
  }

  async setSpeed(speed: SpeedName): Promise<void> {
    await this.speed.click();
    await this.page.getByRole('option', { name: new RegExp(`^${speed}`) }).click();
    await expect(this.speed).toHaveAccessibleName(`Speed of time: ${speed}`);
  }

  /** Clicks Run and waits until the program runs. Not for a program that ends at once. */
  async start(): Promise<void> {
    await this.run.click();
    await expect(this.stop).toBeEnabled();
  }

  /** Runs a program that ends by itself. */
  async runToEnd(): Promise<void> {
    await this.run.click();
    await this.expectEnded();
  }

  /** Toolbar and clock say that the program is paused, and a screen reader is told where. */
  async expectPaused(line: number): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: `Paused at line ${line}` })).toBeAttached();
    await expect(this.continue).toBeEnabled();
    await expect(this.run).toBeHidden();
    await expect(this.clock).toContainText('Paused');
  }

  async stopProgram(): Promise<void> {
    await this.stop.click();
    await expect(this.stop).toBeDisabled();
    await expect(this.run).toBeEnabled();
  }

  /** Pinlab tells in the console how each run ended. */
  async expectEnded(): Promise<void> {
    await expect(this.output).toContainText(
      /The program ended after|stopped with an error after|Stopped after/,
    );
    await expect(this.stop).toBeDisabled();
  }

  async goHome(): Promise<void> {
    await this.page.getByRole('button', { name: 'Home: lessons and projects' }).click();
    await expect(this.page.getByRole('button', { name: 'New project' })).toBeVisible();
  }
}
