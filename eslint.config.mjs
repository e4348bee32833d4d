/** The lint rules live in build/lint. */

export { default } from './build/lint/eslint.config.mjs';
