/** The main job of the app: a newcomer opens the first lesson and gets a working greenhouse out of it. */

import {
  beginFirstLesson,
  findEverythingAgain,
  makeThePumpRun,
  passEveryStep,
  seeTheStarterFail,
} from './first-journey.ts';
import { test } from './fixtures.ts';

test('a newcomer goes through the first lesson, and finds everything again', async ({ library }) => {
  test.slow();
  const workspace = await beginFirstLesson(library);
  await test.step('the starter program fails', () => seeTheStarterFail(workspace));
  await test.step('the program makes the pump run', () => makeThePumpRun(workspace));
  await test.step('every check passes', () => passEveryStep(workspace));
  await test.step('after a reload everything is there', () => findEverythingAgain(library));
});
