/** The program as blocks: the palette and the blocks on the workspace. */

import { expect, type Locator, type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a block is taken hold of, from its upper left corner, pixels. */
const GRIP: Point = { x: 10, y: 10 };
/** From the upper left corner of a block to the first place inside it, pixels at the editor's first zoom. */
const MOUTH: Point = { x: 12, y: 36 };

export class BlocksPane {
  readonly page: Page;
  readonly editor: Locator;
  /** The block that runs; Blockly has no role for that. */
  readonly running: Locator;
  readonly failed: Locator;
  readonly breakpoints: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.getByRole('group', { name: 'Blocks' });
    this.running = page.locator('.pinlab-running');
    this.failed = page.locator('.pinlab-error');
    this.breakpoints = page.locator('.pinlab-breakpoint');
  }

  /** The first block of the program, once it is drawn. */
  async ready(): Promise<Locator> {
    const start = this.block('program');
    await expect(start).toBeVisible();
    return start;
  }

  /** A block on the workspace by its type. */
  block(type: string): Locator {
    return this.editor.locator(`.blocklyBlockCanvas .blocklyBlock.${type}`).and(this.outsidePalette());
  }

  /** Types into the first field of a block. */
  async type(block: Locator, value: string): Promise<void> {
    await block.locator('.blocklyEditableField').first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(value);
    await this.page.keyboard.press('Enter');
  }

  /** Drags a block of the workspace by some pixels. */
  async dragBy(block: Locator, by: Point): Promise<void> {
    const box = await boxOf(block);
    const { mouse } = this.page;
    await mouse.move(box.x + GRIP.x, box.y + GRIP.y);
    await mouse.down();
    await mouse.move(box.x + GRIP.x + by.x / 2, box.y + GRIP.y + by.y / 2, { steps: 5 });
    await mouse.move(box.x + GRIP.x + by.x, box.y + GRIP.y + by.y, { steps: 5 });
    await mouse.up();
  }

  /** Drags a block from the palette so that it hangs below `above`. */
  async dragBelow(category: string, words: RegExp, above: Locator): Promise<void> {
    const box = await boxOf(above);
    await this.#drag(category, words, { x: box.x, y: box.y + box.height });
  }

  /** Drags a block from the palette into the mouth of `around`. */
  async dragInto(category: string, words: RegExp, around: Locator): Promise<void> {
    const box = await boxOf(around);
    await this.#drag(category, words, { x: box.x + MOUTH.x, y: box.y + MOUTH.y });
  }

  async openCategory(category: string): Promise<void> {
    await this.editor.getByRole('treeitem', { name: category }).click();
    await expect(this.editor.getByRole('listbox', { name: `${category} blocks` })).toBeVisible();
  }

  async #drag(category: string, words: RegExp, corner: Point): Promise<void> {
    await this.openCategory(category);
    const source = await boxOf(this.editor.getByRole('option', { name: words }).first());
    const { mouse } = this.page;
    await mouse.move(source.x + GRIP.x, source.y + GRIP.y);
    await mouse.down();
    await mouse.move(corner.x + GRIP.x + 20, corner.y + GRIP.y + 20, { steps: 8 });
    await mouse.move(corner.x + GRIP.x + 3, corner.y + GRIP.y + 3, { steps: 4 });
    await mouse.up();
    await expect(this.editor.getByRole('listbox')).toBeHidden();
  }

  private outsidePalette(): Locator {
    return this.page.locator(':not(.blocklyFlyout *)');
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('This block is not on the page.');
  return box;
}
