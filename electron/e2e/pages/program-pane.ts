/** The program as text and as blocks. */

import { expect, type Locator, type Page } from '@playwright/test';

export class ProgramPane {
  readonly page: Page;
  readonly pane: Locator;
  readonly editor: Locator;
  readonly saveStatus: Locator;
  /** A Python error in plain words. */
  readonly error: Locator;
  /** Red marks beside lines; CodeMirror gives them no role. */
  readonly errorMarks: Locator;
  readonly runningLine: Locator;
  /** Why the blocks wait. */
  readonly waiting: Locator;
  /** Lines of the block that is chosen. */
  readonly chosenLines: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('region', { name: 'Program' });
    this.editor = page.getByRole('textbox', { name: 'Program text, main.py' });
    this.saveStatus = this.pane.getByRole('status').filter({ hasText: /^\s*(Saved|Saving…|Not saved)\s*$/ });
    this.error = this.pane.getByRole('alert');
    this.errorMarks = page.locator('.cm-lint-marker-error');
    this.runningLine = page.locator('.cm-running-line');
    this.waiting = this.pane.getByRole('status').filter({ hasText: /The blocks wait|Blocks are off/ });
    this.chosenLines = page.locator('.cm-block-line');
  }

  async show(view: 'Blocks' | 'Text' | 'Both'): Promise<void> {
    const choice = this.pane.getByRole('radio', { name: view });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  async undo(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Undo' }).click();
  }

  /** Puts a program in the place of what is there, as pasting does. */
  async replace(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
    await this.expectText(text);
  }

  /** The mark beside one line. CodeMirror's gutters are positioned side by side, so the place decides. */
  markedLine(line: number): Locator {
    return this.page
      .locator('.cm-lineNumbers .cm-gutterElement')
      .filter({ hasText: new RegExp(`^${line}$`) });
  }

  /** Clicks beside a line, where its breakpoint is. */
  async toggleBreakpoint(line: number): Promise<void> {
    const number = await this.markedLine(line).boundingBox();
    const gutter = await this.page.locator('.cm-breakpoints').boundingBox();
    if (!number || !gutter) throw new Error(`Line ${line} is not in sight.`);
    await this.page.mouse.click(gutter.x + gutter.width / 2, number.y + number.height / 2);
  }

  /** The lines that the editor shows; a program must fit the window. */
  text(): Promise<string> {
    return this.editor
      .locator('.cm-line')
      .evaluateAll((lines) => lines.map((line) => line.textContent ?? '').join('\n'));
  }

  async expectText(text: string): Promise<void> {
    await expect.poll(() => this.text()).toBe(text);
  }

  async expectSaved(): Promise<void> {
    await expect(this.saveStatus).toHaveText('Saved');
  }
}
