/** A newcomer's way through the first lesson; the same in a browser and in the desktop app. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { LibraryPage } from './pages/library-page.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { LESSONS } from './stored-projects.ts';

export const FIRST_LESSON = 'Your first smart greenhouse';
export const SOLUTION = readFileSync(
  join(LESSONS, 'greenhouse/first-steps/first-greenhouse/solution/main.py'),
  'utf8',
);

/** Opens the lesson, reads and answers. */
export async function beginFirstLesson(library: LibraryPage): Promise<WorkspacePage> {
  await expect(library.page.getByRole('heading', { name: 'Welcome to Pinlab' })).toBeVisible();
  const workspace = await library.openLesson(FIRST_LESSON);
  const { lesson } = workspace;
  await lesson.expectStep(1, 'Look at the bench');
  await lesson.answer('GPIO12');
  await expect(lesson.pane.getByText('Not this one. Try another answer.')).toBeVisible();
  await lesson.answer('GPIO34');
  await expect(lesson.pane.getByText('That is right.')).toBeVisible();
  await lesson.answer('Nothing that you can see.');
  await lesson.expectStepDone(1);
  await lesson.next.click();
  return workspace;
}

/** The starter program is not there yet, and the check says what it saw and what it wanted. */
export async function seeTheStarterFail({ lesson }: WorkspacePage): Promise<void> {
  await lesson.expectStep(2, 'Read the temperature');
  await lesson.runChecks();
  await lesson.expectVerdict('It prints the right temperature', 'not yet');
  const failed = lesson.check('It prints the right temperature');
  await expect(failed.getByRole('term').filter({ hasText: 'Seen' })).toBeVisible();
  await expect(failed.getByRole('term').filter({ hasText: 'Wanted' })).toBeVisible();
  await expect(failed.getByRole('definition').first()).not.toBeEmpty();
}

/** Writes the program and plays with the weather: the pump starts in the heat, waters the bed, and stops in the cold. */
export async function makeThePumpRun(workspace: WorkspacePage): Promise<void> {
  const { program, bench } = workspace;
  await program.replace(SOLUTION);
  await workspace.setSpeed('100×');
  await bench.openWeather();
  await bench.slider('Greenhouse: Air temperature now').fill('40');
  await bench.pane.getByRole('switch', { name: 'Greenhouse: Hold the air temperature' }).check();
  await workspace.start();
  await bench.expectState('water pump', 'on');
  await expect(bench.picture).toHaveAccessibleName(/the pump waters the bed/);
  await expect(workspace.output).toContainText(/Temperature: (39\.9|40)/);
  const soil = await bench.reading('Soil');
  await expect.poll(() => bench.reading('Soil')).toBeGreaterThan(soil);

  await workspace.setSpeed('Max');
  await bench.slider('Greenhouse: Air temperature now').fill('20');
  await bench.expectState('water pump', 'off');
  await expect(bench.picture).not.toHaveAccessibleName(/the pump/);
  await workspace.stopProgram();
}

/** Every step's checks pass, and the lesson is done. */
export async function passEveryStep({ lesson }: WorkspacePage): Promise<void> {
  await lesson.runChecks();
  await lesson.expectVerdict('The program runs without an error', 'passed');
  await lesson.expectVerdict('It prints the right temperature', 'passed');
  await lesson.expectStepDone(2);
  await lesson.next.click();

  await lesson.expectStep(3, 'Switch the pump');
  await lesson.runChecks();
  await lesson.expectVerdict('The pump runs on a hot day', 'passed');
  await lesson.expectVerdict('It starts above 30', 'passed');
  await lesson.expectStepDone(3);
  await lesson.next.click();

  await lesson.expectStep(4, 'Let it run for a day');
  await lesson.answer('Nearly 10 minutes');
  await lesson.runChecks();
  await lesson.expectVerdict('The pump is right all day long', 'passed');
  await lesson.expectStepDone(4);
  await expect(lesson.pane.getByText('Lesson complete!')).toBeVisible();
}

/** After the page was loaded anew, program and progress are as they were. */
export async function findEverythingAgain(library: LibraryPage): Promise<void> {
  await library.reload();
  await expect(library.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(library.lesson(FIRST_LESSON)).toContainText('Done');
  const workspace = await library.openLesson(FIRST_LESSON);
  await workspace.program.expectText(SOLUTION);
  for (const step of [1, 2, 3, 4]) await workspace.lesson.expectStepDone(step);
}
