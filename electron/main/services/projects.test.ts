import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createFailingFileSystem } from './failing-file-system.ts';
import type { FileSystem } from './file-system.ts';
import { createProjectStore, type ProjectStore } from './projects.ts';

let root: string;
let warnings: string[];

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'pinlab-projects-'));
  warnings = [];
});
afterEach(() => fs.rm(root, { recursive: true }));

let time = 0;

function storeOver(fileSystem: FileSystem = fs): ProjectStore {
  return createProjectStore({
    fs: fileSystem,
    folder: join(root, 'projects'),
    trashFolder: join(root, 'trash'),
    now: () => ++time,
    warn: (message) => warnings.push(message),
  });
}

const projectWith = (text: string) => ({
  id: 'lamp',
  name: 'Lamp',
  files: { 'main.py': text.repeat(5000), 'diagram.json': text },
});
const OLD = projectWith('old ');
const NEW = projectWith('new ');

/** How many calls a save makes when nothing goes wrong. */
async function stepsOfSave(): Promise<number> {
  const counting = createFailingFileSystem();
  await storeOver(counting).saveProject(NEW);
  expect(counting.steps).toContain('rename');
  expect(counting.steps.indexOf('sync')).toBeLessThan(counting.steps.indexOf('rename'));
  return counting.steps.length;
}

describe('a save that is cut off', () => {
  it('leaves the old or the new project whole, at whichever step the process dies', async () => {
    const steps = await stepsOfSave();
    const outcomes: string[] = [];
    for (let step = 0; step < steps; step++) {
      await storeOver().saveProject(OLD);
      const dying = createFailingFileSystem({ step, forGood: true, code: 'KILLED' });
      await storeOver(dying)
        .saveProject(NEW)
        .catch(() => undefined);
      const { files } = await storeOver().readProject('lamp');
      expect([OLD.files, NEW.files]).toContainEqual(files);
      outcomes.push(files['diagram.json'] ?? '');
      expect((await storeOver().listProjects()).map(({ id }) => id)).toEqual(['lamp']);
    }
    expect(outcomes[0]).toBe('old ');
    expect(outcomes.at(-1)).toBe('new ');
  });

  it('leaves nothing where there was nothing', async () => {
    const steps = await stepsOfSave();
    for (let step = 0; step < steps; step++) {
      await fs.rm(join(root, 'projects'), { recursive: true, force: true });
      const dying = createFailingFileSystem({ step, forGood: true, code: 'KILLED' });
      await storeOver(dying)
        .saveProject(NEW)
        .catch(() => undefined);
      const listed = await storeOver().listProjects();
      expect(
        listed.length === 0 || (await storeOver().readProject('lamp')).files['diagram.json'] === 'new ',
      ).toBe(true);
    }
    expect(warnings).toEqual([]);
  });

  it('is swept up after an hour, not while another process may be at work', async () => {
    const neighbor = join(root, 'projects', 'project-lamp.json.99.tmp');
    await storeOver().saveProject(OLD);
    await fs.writeFile(neighbor, 'half');
    await fs.utimes(neighbor, 0, 0);
    time = 60 * 60 * 1000;
    time -= 1;
    await storeOver().listProjects();
    expect(await fs.readdir(join(root, 'projects'))).toContain('project-lamp.json.99.tmp');
    await storeOver().listProjects();
    expect(await fs.readdir(join(root, 'projects'))).toEqual(['project-lamp.json']);
  });
});

describe('a disk that refuses', () => {
  it.each([
    [
      'ENOSPC',
      'storage-full',
      /^The disk is full, so Pinlab could not save the project “Lamp”\. Free some space/,
    ],
    ['EDQUOT', 'storage-full', /^The disk is full/],
    [
      'EROFS',
      'storage-failed',
      /^Pinlab could not save the project “Lamp”, because it is not allowed to use .*projects\./,
    ],
    ['EIO', 'storage-failed', /^Pinlab could not save the project “Lamp” in .*projects: EIO/],
  ])('%s at any step before the swap keeps the old project and says so', async (code, expected, message) => {
    const counting = createFailingFileSystem();
    await storeOver(counting).saveProject(OLD);
    for (let step = 0; step < counting.steps.indexOf('rename'); step++) {
      const failing = createFailingFileSystem({ step, forGood: false, code });
      await expect(storeOver(failing).saveProject(NEW)).rejects.toMatchObject({
        code: expected,
        message: expect.stringMatching(message),
      });
      expect((await storeOver().readProject('lamp')).files).toEqual(OLD.files);
      expect(await fs.readdir(join(root, 'projects'))).toEqual(['project-lamp.json']);
    }
  });

  it('a rename that a virus scanner holds up is tried again', async () => {
    const counting = createFailingFileSystem();
    await storeOver(counting).saveProject(OLD);
    const step = counting.steps.indexOf('rename');
    await storeOver(createFailingFileSystem({ step, forGood: false, code: 'EPERM' })).saveProject(NEW);
    expect((await storeOver().readProject('lamp')).files).toEqual(NEW.files);
  });

  it('a data folder that is a file is named', async () => {
    await fs.writeFile(join(root, 'projects'), '');
    await expect(storeOver().saveProject(NEW)).rejects.toMatchObject({
      code: 'storage-failed',
      message: expect.stringContaining(join(root, 'projects')),
    });
  });

  it('the next save works again', async () => {
    const store = storeOver(createFailingFileSystem({ step: 1, forGood: false, code: 'ENOSPC' }));
    await expect(store.saveProject(OLD)).rejects.toMatchObject({ code: 'storage-full' });
    await store.saveProject(NEW);
    expect((await store.readProject('lamp')).files).toEqual(NEW.files);
  });
});

describe('a damaged project file', () => {
  it.each([
    ['{"format": 1', 'it is no JSON'],
    ['{"format": 1, "modified": 1, "id": "lamp", "name": "Lamp"}', 'files is missing.'],
    ['null', 'the project must be an object'],
    [
      '{"format": 1, "modified": 1, "id": "other", "name": "Lamp", "files": {}}',
      'it holds the project other',
    ],
    [
      '{"format": 2, "modified": 1, "id": "lamp", "name": "Lamp", "files": {}}',
      'it was written by a newer Pinlab',
    ],
  ])('%s is named, left alone, and hides no other project', async (content, reason) => {
    await storeOver().saveProject({ ...OLD, id: 'good' });
    const path = join(root, 'projects', 'project-lamp.json');
    await fs.writeFile(path, content);
    await expect(storeOver().readProject('lamp')).rejects.toMatchObject({
      code: 'storage-failed',
      message: expect.stringContaining(`${path} cannot be read: ${reason}`),
    });
    expect((await storeOver().listProjects()).map(({ id }) => id)).toEqual(['good']);
    expect(warnings).toHaveLength(1);
    expect(await fs.readFile(path, 'utf8')).toBe(content);
  });
});

it('puts a deleted project into the trash, once for each deletion', async () => {
  for (const project of [OLD, NEW]) {
    await storeOver().saveProject(project);
    await storeOver().deleteProject('lamp');
  }
  const trashed = await fs.readdir(join(root, 'trash'));
  expect(trashed).toHaveLength(2);
  const texts = await Promise.all(trashed.map((name) => fs.readFile(join(root, 'trash', name), 'utf8')));
  expect(texts.filter((text) => text.includes('old old'))).toHaveLength(1);
});
