/** The home view: lessons and projects. */

import { expect, type Locator, type Page } from '@playwright/test';
import { WorkspacePage } from './workspace-page.ts';

export class LibraryPage {
  readonly page: Page;
  readonly newProject: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.newProject = page.getByRole('button', { name: 'New project' });
    this.messages = page.getByRole('region', { name: 'Messages' });
  }

  async open(): Promise<this> {
    await this.page.goto('/');
    await expect(this.newProject).toBeVisible();
    return this;
  }

  /** Loads the page anew, from wherever it is; the app begins with the home view. */
  async reload(): Promise<this> {
    await this.page.reload();
    await expect(this.newProject).toBeVisible();
    return this;
  }

  lesson(title: string): Locator {
    // The project that came of a lesson has the same name; a lesson also tells how long it takes.
    return this.page.getByRole('main').getByRole('button', { name: new RegExp(`^${title} .*About \\d`) });
  }

  async openLesson(title: string): Promise<WorkspacePage> {
    await this.lesson(title).click();
    return new WorkspacePage(this.page).ready();
  }

  async openProject(name: string): Promise<WorkspacePage> {
    await this.page
      .getByRole('region', { name: 'My projects' })
      .getByRole('button', { name })
      .first()
      .click();
    return new WorkspacePage(this.page).ready();
  }

  /** Makes a project with an empty program on an empty bench. */
  async createProject(name: string, board?: string): Promise<WorkspacePage> {
    await this.newProject.click();
    const dialog = this.page.getByRole('dialog', { name: 'New project' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (board !== undefined) await dialog.getByRole('radio', { name: board }).check();
    await dialog.getByRole('button', { name: 'Create' }).click();
    return new WorkspacePage(this.page).ready();
  }
}
