/** The words of a block type in the language in force, for searching. */

import { utils } from 'blockly/core';
import { families } from '../definitions/index.ts';
import type { BlockSpec } from '../block-spec.ts';
import type { BlockWords } from './search.ts';

const specs = new Map(
  families.flatMap(({ blocks }) => blocks.map((spec): [string, BlockSpec] => [spec.type, spec])),
);

export function blockWords(type: string): BlockWords {
  const spec = specs.get(type);
  if (!spec) return { label: '', python: type, tooltip: '' };
  const { message0, args0, tooltip } = spec.json as Readonly<Record<string, unknown>>;
  return {
    label: [shown(message0).replace(/%\d+/g, ' '), ...menuTexts(args0)].join(' '),
    python: [type, ...spec.forms.flatMap(({ template }) => namesIn(template))].join(' '),
    tooltip: shown(tooltip),
  };
}

function shown(message: unknown): string {
  return typeof message === 'string' ? utils.parsing.replaceMessageReferences(message) : '';
}

function menuTexts(args: unknown): string[] {
  if (!Array.isArray(args)) return [];
  return args.flatMap((arg: { readonly options?: unknown }) =>
    Array.isArray(arg.options) ? arg.options.map((option: unknown) => shown((option as unknown[])[0])) : [],
  );
}

/** Every name in a template: modules, functions, methods, named arguments; not the placeholders. */
function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'name' && typeof value === 'string' ? (value.startsWith('$') ? [] : [value]) : namesIn(value),
  );
}
