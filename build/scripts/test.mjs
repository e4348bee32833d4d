/**
 * `npm test`: every check of the project, one after another, each run to its end. The last line counts the tests; a
 * check that fails without a test of its own (types, lint, build …) counts as one failure.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fromRoot } from '../vite/paths.mjs';
import { findElectron, hasDisplay } from './find-electron.mjs';

const RESULTS = fromRoot('test-results');
const UNIT_RESULTS = `${RESULTS}/unit.json`;
const JOURNEY_RESULTS = `${RESULTS}/journeys.json`;
const bin = (path) => fromRoot(`node_modules/${path}`);
const ESLINT_CACHE = ['--cache', '--cache-location', fromRoot('node_modules/.cache/eslint/')];
const PLAYWRIGHT = [bin('@playwright/test/cli.js'), 'test', '-c', fromRoot('build/playwright.config.ts')];

function unitCounts() {
  const { numPassedTests, numFailedTests, testResults } = readJson(UNIT_RESULTS);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function journeyCounts() {
  const { stats, errors } = readJson(JOURNEY_RESULTS);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** The checks in their order. `counts` reads how many tests passed and failed; `needs` names a check that must have passed. */
function checks() {
  const electron = hasDisplay() ? findElectron() : undefined;
  return [
    { name: 'types', args: [fromRoot('build/scripts/typecheck.mjs')] },
    { name: 'lint', args: [bin('eslint/bin/eslint.js'), ...ESLINT_CACHE, '.'] },
    { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
    { name: 'dead code', args: [bin('knip/bin/knip.js'), '--config', fromRoot('build/lint/knip.json')] },
    { name: 'interpreter', args: [fromRoot('build/scripts/patch-micropython.mjs'), '--check'] },
    { name: 'build', args: [fromRoot('build/scripts/build.mjs')] },
    {
      name: 'unit tests',
      args: [
        bin('vitest/vitest.mjs'),
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${UNIT_RESULTS}`,
      ],
      counts: unitCounts,
    },
    { name: 'journeys', args: PLAYWRIGHT, counts: journeyCounts, needs: 'build' },
    ...(electron
      ? [
          {
            name: 'desktop journeys',
            args: PLAYWRIGHT,
            env: { PINLAB_E2E_ELECTRON: electron },
            counts: journeyCounts,
            needs: 'build',
          },
        ]
      : []),
  ];
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function spawnCheck({ args, env }) {
  return new Promise((resolve) => {
    const options = {
      cwd: fromRoot('.'),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    };
    const child = spawn(process.execPath, args, options);
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
}

/** Runs one check: what it counted, where a failure that no test accounts for counts as one. */
async function runCheck(check) {
  rmSync(JOURNEY_RESULTS, { force: true });
  const start = performance.now();
  const code = await spawnCheck(check);
  const seconds = (performance.now() - start) / 1000;
  let counts = { passed: 0, failed: 0 };
  try {
    if (check.counts) counts = check.counts();
  } catch {
    // Without a result file nothing was counted: the exit code decides.
  }
  const ranNothing = check.counts !== undefined && counts.passed + counts.failed === 0;
  const failed = counts.failed === 0 && (code !== 0 || ranNothing) ? 1 : counts.failed;
  return { name: check.name, seconds, passed: counts.passed, failed };
}

function printSummary(results) {
  console.log('\nCheck              Time     Result');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const tests = passed > 0 ? `, ${passed} passed` : '';
    const result =
      skipped ?? (failed > 0 ? `FAILED${tests}${passed > 0 ? `, ${failed} failed` : ''}` : `ok${tests}`);
    console.log(`${name.padEnd(17)}  ${`${seconds.toFixed(1)} s`.padEnd(7)}  ${result}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  if (!results.some(({ name }) => name === 'desktop journeys')) {
    const reason = hasDisplay() ? 'Electron’s binary is not here' : 'there is no display';
    console.log(`The journeys were not run in the desktop app: ${reason}.`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const wanted = process.argv.slice(2);
const results = [];
for (const check of checks()) {
  if (wanted.length > 0 && !wanted.includes(check.name)) continue;
  const needed = results.find(({ name }) => name === check.needs);
  if (needed && needed.failed > 0) {
    results.push({
      name: check.name,
      seconds: 0,
      passed: 0,
      failed: 1,
      skipped: `FAILED: not run, since ${check.needs} failed`,
    });
    continue;
  }
  console.log(`\n── ${check.name} ──`);
  results.push(await runCheck(check));
}
process.exitCode = printSummary(results) > 0 ? 1 : 0;
