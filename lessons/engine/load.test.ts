import { describe, expect, test } from 'vitest';
import { loadLesson } from './load.ts';
import { TEST_CATALOG, TEST_DIAGRAM } from './testing/test-bench.ts';

const TEXT = `---
id: dry
version: 1.2.0
title: Keep it dry
summary: The pump rests.
minutes: 5
concepts: [pump]
---

Welcome.

## Read {#read}

Some text.

\`\`\`python
print('a ## b')
\`\`\`

\`\`\`quiz
id: q
ask: Is it wet?
answers:
  - text: Yes
  - text: No
    correct: true
\`\`\`

More text.

## Do {#do}

\`\`\`scenario
id: day
for: 2 h
\`\`\`

\`\`\`check
id: dry
title: It stays dry
kind: holds
scenario: day
expect: pump.on is false
say: "Wet!"
\`\`\`

\`\`\`mistake
id: flood
explains: [dry]
seen:
  - kind: holds
    expect: pump.on is true
say: "All wet!"
\`\`\`

\`\`\`hint
Look at the pump.
\`\`\`
`;

const FILES: Readonly<Record<string, string>> = {
  'lesson.md': TEXT,
  'diagram.json': JSON.stringify(TEST_DIAGRAM, undefined, 2),
  'start/main.py': 'start',
  'start/helper.py': 'helper',
  'solution/main.py': 'right',
  'solution/another.py': 'also right',
  'mistakes/wet.py': '# fails: dry\n# earns: flood\nwet',
};

function load(changes: Readonly<Record<string, string | undefined>> = {}) {
  const merged = Object.entries({ ...FILES, ...changes });
  const files = Object.fromEntries(
    merged.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return loadLesson(files, { path: 'a/b/dry', catalog: TEST_CATALOG });
}

/** Line of lesson.md on which `text` stands. */
function lineOf(text: string, source = TEXT): number {
  return source.split('\n').findIndex((line) => line.includes(text)) + 1;
}

describe('a sound lesson', () => {
  const { lesson, problems } = load();

  test('has no problems', () => {
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({
      path: 'a/b/dry',
      id: 'dry',
      version: '1.2.0',
      minutes: 5,
      intro: 'Welcome.',
    });
  });

  test('keeps text, questions and checks of a step in their order', () => {
    expect(lesson?.steps.map(({ id, title }) => [id, title])).toEqual([
      ['read', 'Read'],
      ['do', 'Do'],
    ]);
    expect(lesson?.steps[0]?.content.map(({ kind }) => kind)).toEqual(['text', 'question', 'text']);
    expect(lesson?.steps[0]?.markdown).toBe("Some text.\n\n```python\nprint('a ## b')\n```\n\nMore text.");
    expect(lesson?.steps[1]).toMatchObject({
      hints: ['Look at the pump.'],
      checks: [{ id: 'dry', line: lineOf('id: dry', TEXT.replace('id: dry', '')) }],
    });
  });

  test('sorts its programs', () => {
    expect(lesson?.start).toEqual({ 'main.py': 'start', 'helper.py': 'helper' });
    expect(lesson?.solutions).toEqual([
      { name: 'solution/main.py', files: { 'main.py': 'right', 'helper.py': 'helper' } },
      { name: 'solution/another.py', files: { 'main.py': 'also right', 'helper.py': 'helper' } },
    ]);
    expect(lesson?.mistaken).toMatchObject([{ name: 'mistakes/wet.py', fails: 'dry', earns: 'flood' }]);
  });

  test('says which blocks the palette offers', () => {
    expect(lesson).not.toHaveProperty('blocks');
    const text = TEXT.replace('concepts:', 'blocks: [sleep, pins]\nconcepts:');
    expect(load({ 'lesson.md': text }).lesson?.blocks).toEqual(['sleep', 'pins']);
  });

  test('reads Windows line ends alike', () => {
    const windows = load({ 'lesson.md': TEXT.replaceAll('\n', '\r\n') });
    expect(windows.problems).toEqual([]);
    expect(windows.lesson?.steps[1]?.line).toBe(lineOf('## Do'));
  });
});

describe('trouble gives located sentences and no lesson', () => {
  const edits: readonly (readonly [string, string, string, string])[] = [
    ['kind: holds\nscenario', 'kind: hold\nscenario', 'unknown-check-kind', 'kind: hold'],
    ['id: day\nfor: 2 h', 'id: day\nfor: soon', 'not-a-time', 'for: soon'],
    ['## Do {#do}', '## Do', 'missing-id', '## Do'],
    ['## Do {#do}', '## Do {#read}', 'duplicate-id', '## Do'],
    ['title: It stays dry', 'title: "It stays dry', 'broken-yaml', ''],
    ['scenario: day', 'scenario: dya', 'unknown-scenario', 'id: dry\ntitle'],
    ['explains: [dry]', 'explains: [dyr]', 'unknown-check', 'id: flood'],
    ['version: 1.2.0', 'version: new', 'bad-version', 'version: new'],
    ['expect: pump.on is false', 'expect: pump.of is false', 'bad-condition', 'pump.of'],
    ['    correct: true\n', '', 'no-right-answer', 'answers:'],
    ['id: q\n', 'id: dry\n', 'duplicate-id', ''],
  ];

  test.each(edits)('%s -> %s: %s', (from, to, code, place) => {
    const text = TEXT.replace(from, to);
    expect(text).not.toBe(TEXT);
    const { lesson, problems } = load({ 'lesson.md': text });
    expect(lesson).toBeUndefined();
    const problem = problems.find((candidate) => candidate.code === code);
    expect(problem).toBeDefined();
    expect(problem?.fix).toMatch(/\.$|\?$/);
    if (place === '') return;
    const line = text.slice(0, text.indexOf(place)).split('\n').length;
    expect(problem?.where).toEqual({ file: 'lesson.md', line });
  });

  test('a block that does not exist, where the blocks are known', () => {
    const text = TEXT.replace('concepts:', 'blocks: [slep, zebra]\nconcepts:');
    const options = { path: 'a/b/dry', catalog: TEST_CATALOG, blockNames: ['sleep', 'time'] };
    const { lesson, problems } = loadLesson({ ...FILES, 'lesson.md': text }, options);
    expect(lesson).toBeUndefined();
    expect(problems.map(({ message, fix, where }) => [message, fix, where?.line])).toEqual([
      [
        'There is no block, category or level called `slep`.',
        'Did you mean "sleep"?',
        lineOf('blocks:', text),
      ],
      [
        'There is no block, category or level called `zebra`.',
        'docs/blocks-help names them all.',
        lineOf('blocks:', text),
      ],
    ]);
  });

  test('a list of blocks that is empty', () => {
    const text = TEXT.replace('concepts:', 'blocks: []\nconcepts:');
    expect(load({ 'lesson.md': text }).problems.map(({ code }) => code)).toEqual(['no-blocks']);
  });

  test('a broken check is one sentence, not an avalanche', () => {
    const { problems } = load({ 'lesson.md': TEXT.replace('kind: holds\nscenario', 'kind: hold\nscenario') });
    expect(problems).toHaveLength(1);
  });

  test('a block that is never closed is found before it swallows the rest', () => {
    const { problems } = load({ 'lesson.md': TEXT.replace('say: "Wet!"\n```', 'say: "Wet!"') });
    expect(problems).toMatchObject([{ code: 'open-fence', where: { file: 'lesson.md' } }]);
  });

  test('a mistyped block is pointed out', () => {
    const { lesson, problems } = load({ 'lesson.md': TEXT.replace('```hint', '```hnit') });
    expect(problems).toMatchObject([
      { code: 'unknown-block', severity: 'warning', fix: 'Did you mean `hint`?' },
    ]);
    expect(lesson).toBeDefined();
  });

  test.each(['lesson.md', 'diagram.json', 'start/main.py', 'solution/main.py'])('missing %s', (file) => {
    const { lesson, problems } = load({ [file]: undefined });
    expect(lesson).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'missing-file', where: { file } }]);
  });

  test('a mistake without header, or with names that lead nowhere', () => {
    expect(load({ 'mistakes/wet.py': 'wet' }).problems).toMatchObject([
      { code: 'missing-header', where: { file: 'mistakes/wet.py' } },
    ]);
    const lost = load({ 'mistakes/wet.py': '# fails: dyr\n# earns: flod' }).problems;
    expect(lost).toMatchObject([{ fix: 'Did you mean "dry"?' }, { fix: 'Did you mean "flood"?' }]);
  });

  test('a broken diagram speaks for itself', () => {
    const { problems } = load({ 'diagram.json': '{ "version": 1,' });
    expect(problems).toMatchObject([{ where: { file: 'diagram.json' } }]);
  });

  test.each(['', '---\n---', '\u0000', '```', '# Only a title', '---\nid: [\n---\n## A {#a}\n'])(
    'no text makes it throw: %j',
    (text) => {
      const { lesson, problems } = load({ 'lesson.md': text });
      expect(lesson).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    },
  );
});
