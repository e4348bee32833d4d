/** The words of a block type in the language in force, for searching. */

import { utils } from 'blockly/core';
import { families } from '../definitions/index.ts';
import type { BlockArg, BlockSpec } from '../block-spec.ts';
import type { Template } from './entry.ts';
import type { BlockWords } from './search.ts';

const specs = new Map(
  families.flatMap(({ blocks }) => blocks.map((spec): [string, BlockSpec] => [spec.type, spec])),
);

/** Of a menu, the choice that `fields` made is the block's own word; the other choices only help to find it. */
export function blockWords(type: string, fields: Template['fields'] = {}): BlockWords {
  const spec = specs.get(type);
  if (!spec) return { label: '', python: type, tooltip: '' };
  const { message0, tooltip } = spec.json as Readonly<Record<string, unknown>>;
  const choices = spec.args.flatMap((arg) =>
    optionsOf(arg).map(([label, value]) => ({
      label,
      isOwn: fields[arg.name] === undefined || fields[arg.name] === value,
    })),
  );
  const own = choices.filter(({ isOwn }) => isOwn).map(({ label }) => label);
  const other = choices.filter(({ isOwn }) => !isOwn).map(({ label }) => label);
  return {
    label: [shown(message0).replace(/%\d+/g, ' '), ...own].join(' '),
    python: [type, ...spec.forms.flatMap(({ template }) => namesIn(template))].join(' '),
    tooltip: [shown(tooltip), ...other].join(' '),
  };
}

function shown(message: unknown): string {
  return typeof message === 'string' ? utils.parsing.replaceMessageReferences(message) : '';
}

function optionsOf({ options }: BlockArg): [label: string, value: string][] {
  if (!Array.isArray(options)) return [];
  return options.map((option: unknown) => {
    const [label, value] = option as readonly unknown[];
    return [shown(label), String(value)];
  });
}

/** Every name in a template: modules, functions, methods, named arguments; not the placeholders. */
function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'name' && typeof value === 'string' ? (value.startsWith('$') ? [] : [value]) : namesIn(value),
  );
}
