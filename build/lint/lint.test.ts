/** Proves that the lint rules fire: every forbidden import and every banned global of a layer, on source text that breaks it. */

import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let eslint: ESLint;

beforeAll(() => {
  // Fixtures are no files of a project, so the rules that need types stay out; the import and global rules need none.
  const untyped = { languageOptions: { parserOptions: { projectService: false } }, rules: typeAwareOff() };
  eslint = new ESLint({ cwd: ROOT, overrideConfig: [untyped] });
});

function typeAwareOff(): Record<string, 'off'> {
  const rules = [
    'await-thenable',
    'no-floating-promises',
    'no-misused-promises',
    'only-throw-error',
    'switch-exhaustiveness-check',
  ];
  return Object.fromEntries(rules.map((rule) => [`@typescript-eslint/${rule}`, 'off']));
}

async function messagesFor(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`/** A fixture. */\n\n${code}\n`, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const FORBIDDEN_IMPORTS: readonly (readonly [file: string, imported: string])[] = [
  ['common/time/fixture.ts', '#interpreter/clock/clock.ts'],
  ['common/time/fixture.ts', 'yaml'],
  ['interpreter/clock/fixture.ts', '#interpreter/device/device.ts'],
  ['interpreter/diagram/fixture.ts', '#interpreter/hardware/board.ts'],
  ['interpreter/diagram/fixture.ts', '#interpreter/boards/index.ts'],
  ['interpreter/boards/fixture.ts', '#interpreter/hardware/board.ts'],
  ['interpreter/device/fixture.ts', '#interpreter/hardware/board.ts'],
  ['interpreter/device/fixture.ts', '#lessons/engine/lesson.ts'],
  ['interpreter/hardware/fixture.ts', '#renderer/i18n/t.ts'],
  ['interpreter/hardware/fixture.ts', '../worker/protocol.ts'],
  ['interpreter/worker/fixture.ts', '#lessons/engine/lesson.ts'],
  ['interpreter/worker/fixture.ts', 'svelte'],
  ['interpreter/simulated/fixture.ts', '#interpreter/hardware/board.ts'],
  ['interpreter/real/fixture.ts', '#interpreter/worker/protocol.ts'],
  ['lessons/engine/fixture.ts', '#interpreter/hardware/board.ts'],
  ['lessons/engine/fixture.ts', '#interpreter/boards/index.ts'],
  ['lessons/engine/fixture.ts', '#renderer/i18n/t.ts'],
  ['renderer/state/fixture.ts', '#interpreter/hardware/board.ts'],
  ['renderer/state/fixture.ts', '#interpreter/worker/protocol.ts'],
  ['renderer/views/fixture.ts', '#electron/serve/serve.ts'],
  ['renderer/blocks/fixture.ts', '#cli/main.ts'],
  ['renderer/views/fixture.ts', '#renderer/app/main.ts'],
  ['electron/preload/fixture.ts', '#interpreter/boards/index.ts'],
  ['electron/preload/fixture.ts', '#electron/main/services/file-host.ts'],
];

const ALLOWED_IMPORTS: readonly (readonly [file: string, imported: string])[] = [
  ['interpreter/hardware/fixture.ts', '#interpreter/boards/index.ts'],
  ['lessons/engine/fixture.ts', '#interpreter/device/device.ts'],
  ['renderer/state/fixture.ts', '#lessons/engine/lesson.ts'],
  ['renderer/app/fixture.ts', '#interpreter/hardware/catalog.ts'],
  ['cli/fixture.ts', '#electron/serve/serve.ts'],
  ['common/time/fixture.test.ts', '#interpreter/hardware/catalog.ts'],
];

describe('who may import whom', () => {
  it.each(FORBIDDEN_IMPORTS)('%s may not import %s', async (file, imported) => {
    const messages = await messagesFor(
      file,
      `import * as other from '${imported}';\nexport const fixture = other;`,
    );
    expect(messages.join('\n')).toMatch(/no-restricted-paths: .*layers\.mjs/);
  });

  it.each(ALLOWED_IMPORTS)('%s may import %s', async (file, imported) => {
    const messages = await messagesFor(
      file,
      `import * as other from '${imported}';\nexport const fixture = other;`,
    );
    expect(messages).toEqual([]);
  });

  it('an import of types alone is held too', async () => {
    const code = "import type { Lesson } from '#lessons/engine/lesson.ts';\nexport type Fixture = Lesson;";
    expect((await messagesFor('interpreter/device/fixture.ts', code)).join()).toContain(
      'no-restricted-paths',
    );
  });

  it('an import without its extension is refused', async () => {
    const code = "import { x } from '#common/time/duration';\nexport const fixture = x;";
    expect((await messagesFor('cli/fixture.ts', code)).join()).toContain('import-x/extensions');
  });
});

const BANNED: readonly (readonly [file: string, code: string, replacement: RegExp])[] = [
  ['interpreter/clock/fixture.ts', 'Date.now()', /Clock/],
  ['interpreter/clock/fixture.ts', 'new Date()', /Clock/],
  ['interpreter/hardware/fixture.ts', 'performance.now()', /Clock/],
  ['interpreter/hardware/fixture.ts', 'setTimeout(() => 1, 1)', /Clock/],
  ['interpreter/hardware/fixture.ts', 'setInterval(() => 1, 1)', /Clock/],
  ['interpreter/hardware/fixture.ts', 'Math.random()', /createRandom/],
  ['interpreter/hardware/fixture.ts', 'Math.sin(1)', /Math\.sqrt/],
  ['interpreter/hardware/fixture.ts', 'Math.exp(1)', /Math\.sqrt/],
  ['interpreter/hardware/fixture.ts', 'Math.log(2)', /Math\.sqrt/],
  ['interpreter/hardware/fixture.ts', 'Math.pow(2, 3)', /Math\.sqrt/],
  ['interpreter/hardware/fixture.ts', '2 ** 3', /Math\.sqrt/],
  ['interpreter/hardware/fixture.ts', 'document.title', /renderer/],
  ['interpreter/hardware/fixture.ts', 'console.log(1)', /Problem/],
  ['interpreter/diagram/fixture.ts', "'a'.localeCompare('b')", /< and >/],
  ['lessons/engine/fixture.ts', 'Math.random()', /createRandom/],
  ['lessons/engine/fixture.ts', "fetch('x')", /composition root/],
  ['interpreter/worker/fixture.ts', 'Date.now()', /performance\.now/],
  ['interpreter/worker/fixture.ts', 'Math.random()', /createRandom/],
  ['renderer/state/fixture.ts', "localStorage.getItem('x')", /Host/],
];

describe('banned globals', () => {
  it.each(BANNED)('%s: %s', async (file, code, replacement) => {
    const messages = await messagesFor(file, `export const fixture = ${code};`);
    expect(messages.join('\n')).toMatch(replacement);
  });

  it('a test may use them', async () => {
    expect(
      await messagesFor('interpreter/hardware/fixture.test.ts', 'export const fixture = Date.now();'),
    ).toEqual([]);
  });

  it('exact arithmetic stays allowed', async () => {
    const code = 'export const fixture = Math.sqrt(2) + Math.floor(1.5) + Math.abs(-1);';
    expect(await messagesFor('interpreter/hardware/fixture.ts', code)).toEqual([]);
  });
});

describe('house habits', () => {
  it('a file begins with what it does', async () => {
    const [result] = await eslint.lintText('export const fixture = 1;\n', {
      filePath: 'common/time/fixture.ts',
    });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['pinlab/header']);
  });
});
