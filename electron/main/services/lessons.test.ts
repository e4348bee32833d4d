import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { createLessonLibrary } from './lessons.ts';

let root: string;
let warnings: string[];

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'pinlab-lessons-'));
  warnings = [];
});
afterEach(() => fs.rm(root, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await fs.mkdir(dirname(join(root, name)), { recursive: true });
  await fs.writeFile(join(root, name), content);
}

const library = () => createLessonLibrary({ fs, folder: root, warn: (message) => warnings.push(message) });
const lessonText = (title: string) =>
  `---\ntitle: ${title}\nsummary: Short.\nminutes: 20\n---\n\n## Go {#go}\n`;
const listed = async () => (await library().listLessons()).map(({ path }) => path);

it('lists lessons in the order of curriculum.yaml, and those it forgot after them', async () => {
  await put('course/a/one/lesson.md', lessonText('One'));
  await put('course/a/two/lesson.md', lessonText('Two'));
  await put('course/b/three/lesson.md', lessonText('Three'));
  await put('course/b/forgotten/lesson.md', lessonText('Forgotten'));
  await put(
    'course/curriculum.yaml',
    'title: Course\nunits:\n  - id: b\n    lessons: [three]\n  - id: a\n    lessons: [two, one]\n',
  );
  expect(await listed()).toEqual(['course/b/three', 'course/a/two', 'course/a/one', 'course/b/forgotten']);
  expect(warnings).toEqual([]);
});

it('names curriculum and unit as curriculum.yaml does', async () => {
  await put('course/a/one/lesson.md', lessonText('One'));
  await put('course/b/two/lesson.md', lessonText('Two'));
  await put(
    'course/curriculum.yaml',
    'title: Smart garden\nunits:\n  - id: a\n    title: First steps\n    lessons: [one]\n',
  );
  const names = (await library().listLessons()).map(({ curriculum, unit }) => [curriculum, unit]);
  expect(names).toEqual([
    ['Smart garden', 'First steps'],
    ['Smart garden', 'b'],
  ]);
});

it('lists lessons by name where there is no order, or a broken one, and says where it is broken', async () => {
  await put('course/b/two/lesson.md', lessonText('Two'));
  await put('course/a/one/lesson.md', lessonText('One'));
  expect(await listed()).toEqual(['course/a/one', 'course/b/two']);
  await put('course/curriculum.yaml', 'title: Course\nunits: [\n');
  expect(await listed()).toEqual(['course/a/one', 'course/b/two']);
  expect(warnings[0]).toMatch(/^course\/curriculum\.yaml:\d+/);
});

it('lists a lesson with broken front matter under its folder name, so that opening it can show why', async () => {
  await put('course/a/broken/lesson.md', '---\ntitle: [\n---\n');
  await put('course/a/plain/lesson.md', '# No front matter\n');
  expect(await library().listLessons()).toEqual([
    { path: 'course/a/broken', title: 'broken', summary: '', curriculum: 'course', unit: 'a', minutes: 0 },
    { path: 'course/a/plain', title: 'plain', summary: '', curriculum: 'course', unit: 'a', minutes: 0 },
  ]);
  expect(warnings[0]).toMatch(/^course\/a\/broken\/lesson\.md:\d+/);
});

it('leaves out folders that are no lessons', async () => {
  await put('course/a/one/lesson.md', lessonText('One'));
  await put('course/a/empty/notes.txt', '');
  await put('course/a/Odd Name/lesson.md', lessonText('Odd'));
  await put('readme.md', '');
  expect(await listed()).toEqual(['course/a/one']);
});

it('has no lessons where there is no folder', async () => {
  const none = createLessonLibrary({ fs, folder: join(root, 'none'), warn: () => undefined });
  expect(await none.listLessons()).toEqual([]);
});

it('reads all text files of a lesson, in folders too, and neither pictures nor what links elsewhere', async () => {
  await put('course/a/one/lesson.md', lessonText('One'));
  await put('course/a/one/mistakes/deep/x.py', '# Ω\r\n');
  await put('course/a/one/picture.png', new Uint8Array([137, 80, 78, 71, 0, 1]));
  await put('course/a/one/latin.txt', new Uint8Array([0xe9, 0x0a]));
  await put('secret.txt', 'secret');
  await fs.symlink(join(root, 'secret.txt'), join(root, 'course/a/one/link.txt'));
  expect(await library().readLesson('course/a/one')).toEqual({
    'lesson.md': lessonText('One'),
    'mistakes/deep/x.py': '# Ω\r\n',
  });
});
