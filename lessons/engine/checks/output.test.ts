import { describe, expect, test } from 'vitest';
import { checkOf, problemsOf } from '../testing/read-block.ts';
import { type EvidenceSketch, evidenceOf } from '../testing/test-evidence.ts';
import { printedLines } from './printed.ts';

test('lines are put together from pieces, with the time of their first character', () => {
  const evidence = evidenceOf({
    printed: [
      [1, 'Hel'],
      [2, 'lo\nwor'],
      [3, 'ld\n\nend'],
    ],
  });
  expect(printedLines(evidence).map(({ at, text }) => [at / 60e9, text])).toEqual([
    [1, 'Hello'],
    [2, 'world'],
    [3, ''],
    [3, 'end'],
  ]);
});

describe('contains and matches', () => {
  const printed: EvidenceSketch = {
    printed: [
      [0, 'Hello\n'],
      [1, 'Hello you\n'],
      [2, 'Bye\n'],
    ],
  };

  test.each([
    ['contains: Hello', 'passed'],
    ['contains: hello', 'failed'],
    ['contains: Hello\ncount: 2', 'passed'],
    ['contains: Hello\ncount: 1', 'failed'],
    ['contains: Hello\nat-least: 3', 'failed'],
    ['contains: Hello\nat-most: 1', 'failed'],
    ['matches: ^B.e$', 'passed'],
    ['matches: ^lo', 'failed'],
  ])('%s: %s', (text, verdict) => {
    expect(checkOf(`kind: output\n${text}`).judge(evidenceOf(printed)).kind).toBe(verdict);
  });

  test('tells what was printed instead', () => {
    const check = checkOf('kind: output\ncontains: 42');
    expect(check.judge(evidenceOf(printed))).toMatchObject({ measured: '“Bye”' });
    expect(check.judge(evidenceOf({}))).toMatchObject({ measured: 'nothing' });
  });

  test('an impossible pattern is a located problem', () => {
    const [problem] = problemsOf('id: a\ntitle: A\nkind: output\nmatches: "("\nsay: no');
    expect(problem).toMatchObject({ code: 'bad-pattern', where: { line: 13 } });
  });
});

describe('shows', () => {
  const CHECK = 'kind: output\nshows: world.heat\ntolerance: 1\nat-least: 2';
  const judge = (printed: EvidenceSketch['printed'], check = CHECK) =>
    checkOf(check).judge(
      evidenceOf({
        heat: [
          [0, 20],
          [10, 25.3],
        ],
        ...(printed && { printed }),
      }),
    );

  test('passes where each reading shows the value of its moment', () => {
    expect(
      judge([
        [0, 'Heat: 20.4\n'],
        [11, 'volts 0.75\nheat 25 C\n'],
      ]).kind,
    ).toBe('passed');
  });

  test('fails on the first reading that does not', () => {
    expect(
      judge([
        [0, '20\n'],
        [11, '75.3\n'],
      ]),
    ).toMatchObject({ kind: 'failed', measured: '75.3', wanted: '25.3 °C' });
  });

  test('fails where there are too few readings, or none', () => {
    expect(judge([[0, '20\n']])).toMatchObject({ kind: 'failed', measured: 'once in 2 h' });
    expect(judge([[0, 'hello\n']])).toMatchObject({ kind: 'failed', measured: 'no number' });
    expect(judge(undefined)).toMatchObject({ kind: 'failed', measured: 'no number' });
  });

  test('a shower of numbers is no reading', () => {
    expect(
      judge([
        [0, '18 19 20 21 22 23 24 25\n'],
        [11, '25\n'],
      ]),
    ).toMatchObject({ kind: 'failed', measured: '8 numbers at once' });
  });

  test('can look for a value that is wrong in a known way', () => {
    const offset = `${CHECK}\ntimes: 2\nplus: 50`;
    expect(
      judge(
        [
          [0, '90\n'],
          [11, '100.6\n'],
        ],
        offset,
      ).kind,
    ).toBe('passed');
  });

  test('a digit in a name is no number', () => {
    expect(
      judge([
        [0, 'ADC34: 20\n'],
        [11, 'GPIO34 25\n'],
      ]).kind,
    ).toBe('passed');
  });
});
