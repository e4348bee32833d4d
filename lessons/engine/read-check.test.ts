import { expect, test } from 'vitest';
import { checkOf, problemsOf, readFields } from './testing/read-block.ts';
import { testBench } from './testing/test-bench.ts';
import { evidenceOf, tracebackOf } from './testing/test-evidence.ts';
import { readCheck } from './read-check.ts';

const GOOD = `id: dry
title: It stays dry
kind: holds
expect: pump.on is false
say: "No"`;

test('a good check has no problems', () => {
  expect(problemsOf(GOOD)).toEqual([]);
});

test.each([
  ['kind: holds', 'kind: hold', 'unknown-check-kind', 12, 'Did you mean "holds"?'],
  ['pump.on is false', 'pomp.on is false', 'bad-condition', 13, 'Did you mean "pump"?'],
  ['pump.on is false', 'pump.onn is false', 'bad-condition', 13, 'Did you mean "on"?'],
  ['pump.on is false', 'board:GPIO99 is low', 'bad-condition', 13, undefined],
  ['pump.on is false', 'pump:OUT is low', 'bad-condition', 13, 'The pins of `pump` are IN.'],
  ['pump.on is false', 'world.heet is above 3', 'bad-condition', 13, 'Did you mean "heat"?'],
  ['pump.on is false', 'pump.on ought to be off', 'bad-condition', 13, undefined],
  ['expect:', 'expekt:', 'missing-field', 10, undefined],
  ['id: dry', 'id:', 'missing-field', 10, undefined],
  ['say: "No"', 'say: "{mesured}"', 'unknown-placeholder', 14, undefined],
  ['say: "No"', 'say: "No"\nform: 3 s', 'unknown-field', 15, 'Did you mean "from"?'],
  ['say: "No"', 'say: "No"\nfrom: soon', 'not-a-time', 15, undefined],
  ['say: "No"', 'say: {measured}', 'not-a-value', 14, undefined],
  ['say: "No"', '', 'missing-field', 10, undefined],
])('%s -> %s: %s', (from, to, code, line, fix) => {
  const problems = problemsOf(GOOD.replace(from, to));
  const problem = problems.find((candidate) => candidate.code === code);
  expect(problem).toMatchObject({ severity: 'error', where: { file: 'lesson.md', line } });
  if (fix !== undefined) expect(problem?.fix).toBe(fix);
});

test('fills measured, wanted, time and signals into the message', () => {
  const { fields } = readFields(
    GOOD.replace('"No"', '"{measured}; {wanted}; {time}; {world.heat}; {pump.on}"'),
  );
  const verdict = readCheck(fields, testBench())?.judge(
    evidenceOf({
      heat: [[0, 21.55]],
      pump: [
        [0, false],
        [65, true],
      ],
    }),
  );
  expect(verdict).toMatchObject({
    message:
      'the water pump was on after 1 h 5 min; the water pump is off all the time from 0 s to 2 h; 1 h 5 min; 21.55 °C; on',
  });
});

test('when-seen has more fitting words for a failure', () => {
  const check = checkOf(`${GOOD.split('\n').slice(2, 4).join('\n')}
when-seen:
  - if: world.heat is above 30
    say: "In this heat?"`);
  const wet = (heat: number) => check.judge(evidenceOf({ heat: [[0, heat]], pump: [[0, true]] }));
  expect(wet(35)).toMatchObject({ message: 'In this heat?' });
  expect(wet(25)).toMatchObject({ message: expect.stringContaining('the water pump was on') });
});

test('a program that raised fails every behavior check with the explained error', () => {
  const { fields } = readFields(GOOD);
  const evidence = evidenceOf({
    pump: [[0, false]],
    traceback: tracebackOf('NameError', "name 'pmup' isn't defined", 7),
  });
  expect(readCheck(fields, testBench())?.judge(evidence)).toMatchObject({
    kind: 'failed',
    measured: 'NameError',
    message: expect.stringMatching(/line 7 .*`pmup`/),
    pointer: { line: 7 },
  });
});

test('no-error has words of its own', () => {
  const { fields } = readFields('id: a\ntitle: No error\nkind: no-error\nscenario: s');
  const check = readCheck(fields, testBench());
  expect(check?.judge(evidenceOf({})).kind).toBe('passed');
  const raised = evidenceOf({ traceback: tracebackOf('ZeroDivisionError', 'divide by zero') });
  expect(check?.judge(raised)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('divided by zero'),
  });
});

test('keeps-running tells a program that ended from one that was still at it', () => {
  const { fields } = readFields('id: a\ntitle: It goes on\nkind: keeps-running\nscenario: s');
  const check = readCheck(fields, testBench());
  expect(check?.judge(evidenceOf({})).kind).toBe('passed');
  const ended = evidenceOf({ until: 5, end: 'finished' });
  expect(check?.judge(ended)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('after 5 min'),
  });
});
