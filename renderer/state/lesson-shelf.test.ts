import { describe, expect, it } from 'vitest';
import { createTestServices, LESSON_FILES, LESSON_PATH } from './test-lesson.ts';
import { LessonShelf } from './lesson-shelf.ts';

describe('LessonShelf', () => {
  it('parses a lesson again only when its files have changed', async () => {
    const services = createTestServices();
    let files = LESSON_FILES;
    const host = { ...services.host, readLesson: async () => ({ ...files }) };
    const shelf = new LessonShelf({ ...services, host });
    const first = await shelf.read(LESSON_PATH);
    expect(first.lesson?.title).toBe('Say hello');
    expect(await shelf.read(LESSON_PATH)).toBe(first);
    const text = LESSON_FILES['lesson.md'] ?? '';
    files = { ...LESSON_FILES, 'lesson.md': text.replace('Say hello', 'Say more') };
    expect((await shelf.read(LESSON_PATH)).lesson?.title).toBe('Say more');
  });
});
