import { describe, expect, it } from 'vitest';
import { createTranslate } from './translate.ts';

const table = {
  plain: 'Run',
  named: 'Hello {name}, line {line}',
  lessons: { one: '{count} lesson', other: '{count} lessons' },
} as const;

describe('createTranslate', () => {
  const t = createTranslate(table, 'en');

  it('returns a plain message as it stands', () => {
    expect(t('plain')).toBe('Run');
  });

  it('fills placeholders, and writes numbers in the language of the reader', () => {
    expect(t('named', { name: 'Ada', line: 1200 })).toBe('Hello Ada, line 1,200');
  });

  it('chooses the plural form', () => {
    expect([0, 1, 2].map((count) => t('lessons', { count }))).toEqual(['0 lessons', '1 lesson', '2 lessons']);
  });

  it('falls back to `other` where a language lists no form of its own', () => {
    const polish = createTranslate({ files: { one: '{count} plik', other: '{count} plików' } }, 'pl');
    expect(polish('files', { count: 3 })).toBe('3 plików');
  });
});
