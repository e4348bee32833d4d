/** Content is tested as content: every lesson in the folder loads, and passes the author's gate on simulated devices. */

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#common/errors/problem.ts';
import { createNodeDevice } from '#cli/node-device.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { checkLesson } from '../engine/gate/gate.ts';
import { loadLesson } from '../engine/load.ts';

/** For every solution; few, since this runs with every test run. */
const SEEDS = 2;

/** Many programs run here, each over several scenarios and seeds, ms. */
const GATE_TIMEOUT = 300_000;

const FOLDER = dirname(fileURLToPath(import.meta.url));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function readFolder(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

const LESSONS = filesBelow(FOLDER)
  .filter((name) => name.endsWith('/lesson.md'))
  .map((name) => name.slice(0, -'/lesson.md'.length));

test('there are lessons', () => {
  expect(LESSONS).toContain('greenhouse/first-steps/first-greenhouse');
});

describe.each(LESSONS)('%s', (path) => {
  const { lesson, problems } = loadLesson(readFolder(join(FOLDER, path)), { path, catalog: CATALOG });

  test('loads without a problem', () => {
    expect(problems.map(formatProblem)).toEqual([]);
    expect(lesson).toBeDefined();
  });

  test('passes the gate', { timeout: GATE_TIMEOUT }, async () => {
    if (!lesson) throw new Error('the lesson did not load');
    const { findings } = await checkLesson(lesson, createNodeDevice, { seeds: SEEDS });
    expect(findings).toEqual([]);
  });
});
