/** All blocks, indexed for reading and writing. */

import type { BlockSpec } from '../block-spec.ts';
import { families } from '../definitions/index.ts';
import type { Expression, Statement } from '../python/nodes.ts';
import { type Form, formKeys } from './forms.ts';
import type { Rule } from './rule.ts';

interface Candidate {
  readonly spec: BlockSpec;
  readonly form: Form;
}

interface RuleOf {
  readonly spec: BlockSpec;
  readonly rule: Rule;
}

type Role = 'statement' | 'value';

const specs = new Map<string, BlockSpec>();
const forms = { statement: new Map<string, Candidate[]>(), value: new Map<string, Candidate[]>() };
const rules = { statement: new Map<string, RuleOf[]>(), value: new Map<string, RuleOf[]>() };

for (const spec of families.flatMap(({ blocks }) => blocks)) {
  specs.set(spec.type, spec);
  if (spec.role === 'hat') continue;
  for (const form of spec.forms) {
    for (const key of formKeys(form)) append(forms[spec.role], key, { spec, form });
  }
  for (const rule of spec.reads) append(rules[spec.role], rule.node, { spec, rule });
}

function append<Value>(table: Map<string, Value[]>, key: string, value: Value): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}

/** Undefined for a type that this version does not know. */
export function specOf(type: string): BlockSpec | undefined {
  return specs.get(type);
}

/** Blocks whose form an expression may have, in the order of the table of families. */
export function formsFor(role: Role, keys: readonly string[]): readonly Candidate[] {
  return keys.flatMap((key) => forms[role].get(key) ?? []);
}

export function rulesFor(role: Role, node: (Expression | Statement)['kind']): readonly RuleOf[] {
  return rules[role].get(node) ?? [];
}
