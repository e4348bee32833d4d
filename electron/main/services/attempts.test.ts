import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Attempt } from '#common/host/host.ts';

import { createAttemptLog } from './attempts.ts';
import { createFailingFileSystem } from './failing-file-system.ts';
import type { FileSystem } from './file-system.ts';

let root: string;
let path: string;
let warnings: string[];

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'pinlab-attempts-'));
  path = join(root, 'deep', 'attempts.jsonl');
  warnings = [];
});
afterEach(() => fs.rm(root, { recursive: true }));

const logOver = (fileSystem: FileSystem = fs) =>
  createAttemptLog({ fs: fileSystem, path, warn: (message) => warnings.push(message) });

const attempt = (id: string): Attempt => ({
  id,
  lesson: 'course/unit/lesson',
  lessonVersion: '1.0.0',
  step: 'light',
  check: 'on',
  verdict: 'passed',
  seed: 1,
  at: 5,
});
const listedIds = async () => (await logOver().listAttempts('course/unit/lesson')).map(({ id }) => id);

it('writes one line a record', async () => {
  await logOver().appendAttempt(attempt('a'));
  await logOver().appendAttempt(attempt('b'));
  expect(await fs.readFile(path, 'utf8')).toBe(
    `${JSON.stringify(attempt('a'))}\n${JSON.stringify(attempt('b'))}\n`,
  );
});

it('passes over a torn last line, and the next record starts on a line of its own', async () => {
  await logOver().appendAttempt(attempt('a'));
  await fs.appendFile(path, '{"id":"torn","les');
  expect(await listedIds()).toEqual(['a']);
  await logOver().appendAttempt(attempt('b'));
  expect(await listedIds()).toEqual(['a', 'b']);
  expect(warnings.at(-1)).toBe(`${path}: 1 line(s) are no results of checks and were passed over.`);
});

it('keeps every earlier record, at whichever step the process dies', async () => {
  const counting = createFailingFileSystem();
  await logOver(counting).appendAttempt(attempt('0'));
  const kept = ['0'];
  for (let step = 0; step < counting.steps.length; step++) {
    const dying = createFailingFileSystem({ step, forGood: true, code: 'KILLED' });
    await logOver(dying)
      .appendAttempt(attempt(`torn-${step}`))
      .catch(() => undefined);
    await logOver().appendAttempt(attempt(`after-${step}`));
    kept.push(`after-${step}`);
    expect(await listedIds()).toEqual(expect.arrayContaining(kept));
  }
});

it('says when the disk is full', async () => {
  const full = createFailingFileSystem({ step: 3, forGood: false, code: 'ENOSPC' });
  await expect(logOver(full).appendAttempt(attempt('a'))).rejects.toMatchObject({
    code: 'storage-full',
    message: expect.stringContaining('keep the result of the check'),
  });
  expect(full.steps[3]).toBe('appendFile');
});

it('passes over lines that are JSON but no attempt', async () => {
  await logOver().appendAttempt(attempt('a'));
  await fs.appendFile(path, '{"id":"x"}\n[]\n\nnull\n');
  expect(await listedIds()).toEqual(['a']);
});
