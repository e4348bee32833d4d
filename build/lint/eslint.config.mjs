/** ESLint: the layers, the banned globals, and the habits of this house. eslint.config.mjs at the root re-exports it. */

import eslint from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { fromRoot } from '../vite/paths.mjs';
import { BANNED } from './banned-globals.mjs';
import { headerRule } from './header-rule.mjs';
import { LAYERS } from './layers.mjs';
import { ZONES } from './zones.mjs';

const SOURCE = ['**/*.ts', '**/*.mjs', '**/*.svelte'];
const TYPED = ['{common,interpreter,lessons,renderer,electron,cli}/**/*.ts'];
/** Tests, and what only tests import. */
const TESTS = ['**/*.test.ts', '**/*.spec.ts', '**/*-contract.ts', '**/testing/**', '**/test-*.ts'];

const HABITS = {
  eqeqeq: 'error',
  'no-console': 'off',
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
  'object-shorthand': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  'pinlab/header': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/triple-slash-reference': ['error', { path: 'always', types: 'never', lib: 'never' }],
  'import-x/no-cycle': ['error', { ignoreExternal: true }],
  'import-x/no-duplicates': 'error',
  'import-x/extensions': ['error', 'always', { ignorePackages: true, checkTypeImports: true }],
};

const TYPE_AWARE = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

function layerRules({ folder, runtime }) {
  const machineEntries = runtime === 'worker' ? [`${folder}/node-*.ts`] : [];
  return {
    files: [`${folder}/**/*.{ts,svelte}`],
    ignores: [...TESTS, ...machineEntries],
    rules: BANNED[runtime],
  };
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      'lessons/curricula/*/**',
      'assets/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  svelte.configs['flat/recommended'],
  {
    files: SOURCE,
    plugins: { 'import-x': importX, pinlab: { rules: { header: headerRule } } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.svelte', '.mjs', '.js'] })],
      'import-x/extensions': ['.ts', '.mjs', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    languageOptions: { globals: { ...globals.es2023 } },
    rules: HABITS,
  },
  {
    files: TYPED,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: fromRoot('.') } },
    rules: TYPE_AWARE,
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser }, globals: globals.browser },
    // Types find unknown names, and they know the runes.
    rules: {
      'no-undef': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/prefer-svelte-reactivity': 'off',
      'max-lines': ['error', { max: 250 }],
    },
  },
  { files: ['**/*.svelte'], rules: { 'pinlab/header': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.nodeBuiltin } },
  // A language is one table.
  { files: ['renderer/i18n/*.ts'], rules: { 'max-lines': 'off' } },
  // Patterns over machine-made text read better in one long list.
  {
    files: ['build/scripts/patch-*.mjs'],
    rules: { 'max-lines-per-function': 'off', 'no-regex-spaces': 'off' },
  },
  { files: [...TESTS], rules: { 'max-lines-per-function': 'off', 'pinlab/header': 'off' } },
  {
    files: ['{common,interpreter,lessons,renderer,electron}/**/*.{ts,svelte}'],
    ignores: TESTS,
    rules: { 'import-x/no-restricted-paths': ['error', { basePath: fromRoot('.'), zones: ZONES }] },
  },
  ...LAYERS.map(layerRules),
);
