/**
 * Reads a saved Blockly workspace without Blockly: the blocks of its program, its drafts, and what of it this version does not
 * know. Never throws, whatever the data are.
 */

import { type BlockArg, type BlockSpec, choices } from '../block-spec.ts';
import { PROGRAM_TYPE } from '../definitions/program.ts';
import { FIELD } from '../field-types.ts';
import type { Block, Extra } from './block.ts';
import { oneLine } from './block-state.ts';
import { isLike } from './same.ts';
import { specOf } from './catalog.ts';

/** A block of the file, so that a message can point at it. */
export interface SavedBlock {
  readonly type: string;
  readonly id?: string;
}

/** Something that cannot be in the program: a block, or a field or slot of a block that is. */
export interface LeftOut {
  readonly what: 'unknown-block' | 'misplaced-block' | 'unknown-slot' | 'unknown-field';
  readonly block: SavedBlock;
  /** Of the slot or field. */
  readonly name?: string;
}

export interface SavedProgram {
  readonly blocks: readonly Block[];
  /** First blocks of the stacks that are not part of the program. */
  readonly drafts: readonly SavedBlock[];
  readonly leftOut: readonly LeftOut[];
}

type Data = Readonly<Record<string, unknown>>;

const FIELDS: ReadonlySet<unknown> = new Set(Object.values(FIELD));

/**
 * The program of a workspace; undefined where the data are none. A block that is like the one of its id in `known` is that very
 * object. Where no block is the program's first, every stack of statements is program, from top to bottom.
 */
export function readSavedProgram(
  data: unknown,
  known: ReadonlyMap<string, Block> = new Map(),
): SavedProgram | undefined {
  const saved = isData(data) && isData(data['blocks']) ? data['blocks']['blocks'] : undefined;
  if (!Array.isArray(saved)) return undefined;
  const tops = (saved as readonly unknown[]).filter(isData);
  const reader = new SavedReader(known);
  const hat = tops.find(({ type }) => type === PROGRAM_TYPE);
  if (hat) {
    const drafts = tops.filter((top) => top !== hat).map(nameOf);
    return { blocks: reader.stack(below(hat)), drafts, leftOut: reader.leftOut };
  }
  const isDraft = ({ type }: Data): boolean => specOf(String(type))?.role === 'value';
  const stacks = tops.filter((top) => !isDraft(top)).sort((a, b) => heightOf(a) - heightOf(b));
  return {
    blocks: stacks.flatMap((stack) => reader.stack(stack)),
    drafts: tops.filter(isDraft).map(nameOf),
    leftOut: reader.leftOut,
  };
}

class SavedReader {
  readonly leftOut: LeftOut[] = [];
  readonly #known: ReadonlyMap<string, Block>;
  readonly #ids = new Set<string>();

  constructor(known: ReadonlyMap<string, Block>) {
    this.#known = known;
  }

  stack(first: Data | undefined): Block[] {
    const blocks: Block[] = [];
    for (let state = first; state; state = below(state)) {
      const block = this.#block(state, 'statement');
      if (block) blocks.push(block);
    }
    return blocks;
  }

  #block(state: Data, role: BlockSpec['role']): Block | undefined {
    const spec = specOf(String(state['type']));
    if (spec?.role !== role) {
      this.leftOut.push({ what: spec ? 'misplaced-block' : 'unknown-block', block: nameOf(state) });
      return undefined;
    }
    const id = this.#id(state['id']);
    const extra = extraOf(spec, state['extraState']);
    const args = [...spec.args, ...fieldsOf(spec, extra)].filter(isField);
    const comment = commentOf(state);
    const block: Block = {
      id,
      type: spec.type,
      fields: this.#fields(state, args),
      ...this.#inputs(state, inputsOf(spec, extra)),
      ...(extra ? { extra } : {}),
      ...(comment === undefined ? {} : { comment }),
    };
    const before = this.#known.get(id);
    return before && isLike(block, before) ? before : block;
  }

  /** Two blocks of one id would be written as one. */
  #id(saved: unknown): string {
    let id = typeof saved === 'string' && saved !== '' ? saved : `n${this.#ids.size}`;
    while (this.#ids.has(id)) id += "'";
    this.#ids.add(id);
    return id;
  }

  #fields(state: Data, args: readonly BlockArg[]): Record<string, string> {
    const saved = isData(state['fields']) ? state['fields'] : {};
    for (const name in saved) {
      const arg = args.find((each) => each.name === name);
      const known = arg && fits(arg, saved[name]);
      if (!known) this.leftOut.push({ what: 'unknown-field', block: nameOf(state), name });
    }
    return Object.fromEntries(
      args.map((arg) => {
        const value = saved[arg.name];
        return [arg.name, fits(arg, value) ? String(value) : initialOf(arg)];
      }),
    );
  }

  #inputs(state: Data, known: ReadonlyMap<string, 'value' | 'body'>): Pick<Block, 'slots' | 'bodies'> {
    const slots: Record<string, Block> = {};
    const bodies: Record<string, readonly Block[]> = {};
    for (const [name, input] of Object.entries(isData(state['inputs']) ? state['inputs'] : {})) {
      const child = isData(input) ? (input['block'] ?? input['shadow']) : undefined;
      if (!isData(child)) continue;
      const kind = known.get(name);
      if (kind === 'body') {
        const body = this.stack(child);
        if (body.length > 0) bodies[name] = body;
      } else if (kind === 'value') {
        const block = this.#block(child, 'value');
        if (block) slots[name] = block;
      } else {
        this.leftOut.push({ what: 'unknown-slot', block: nameOf(state), name });
      }
    }
    return { slots, bodies };
  }
}

/** As the one mutator of all shapes reads it: the form in which a call was written is kept beside the shape. */
function extraOf({ shape, json }: BlockSpec, saved: unknown): Extra | undefined {
  const data = isData(saved) ? saved : {};
  const form = data['form'] === undefined ? {} : { form: data['form'] };
  const extra = shape ? { ...shape.read(saved), ...form } : json['mutator'] === undefined ? {} : data;
  return Object.keys(extra).length > 0 ? extra : undefined;
}

function inputsOf({ args, json, shape }: BlockSpec, extra: Extra | undefined): Map<string, 'value' | 'body'> {
  const inside = (json['args1'] ?? []) as readonly BlockArg[];
  return new Map([
    ...args.filter(({ type }) => type === 'input_value').map(({ name }) => [name, 'value'] as const),
    ...inside.map(({ name }) => [name, 'body'] as const),
    ...(shape?.inputs(extra ?? {}) ?? []).flatMap(({ input, name }) =>
      input === 'label' ? [] : [[name, input] as const],
    ),
  ]);
}

function fieldsOf({ shape }: BlockSpec, extra: Extra | undefined): BlockArg[] {
  return (shape?.inputs(extra ?? {}) ?? []).flatMap(({ field }) => (field ? [field] : []));
}

/** Whether it holds something that is saved; pictures are not. */
function isField({ type }: BlockArg): boolean {
  return FIELDS.has(type) || (type.startsWith('field_') && type !== 'field_image');
}

function fits(arg: BlockArg, saved: unknown): boolean {
  if (typeof saved !== 'string' && typeof saved !== 'number' && typeof saved !== 'boolean') return false;
  return choices(arg)?.includes(String(saved)) ?? true;
}

function initialOf(arg: BlockArg): string {
  return String(choices(arg)?.[0] ?? arg['text'] ?? arg['pin'] ?? arg['value'] ?? '');
}

function commentOf({ icons }: Data): string | undefined {
  const comment = isData(icons) && isData(icons['comment']) ? icons['comment']['text'] : undefined;
  return typeof comment === 'string' ? oneLine(comment) : undefined;
}

function below({ next }: Data): Data | undefined {
  const block = isData(next) ? (next['block'] ?? next['shadow']) : undefined;
  return isData(block) ? block : undefined;
}

function nameOf({ type, id }: Data): SavedBlock {
  return { type: String(type), ...(typeof id === 'string' ? { id } : {}) };
}

function heightOf({ y }: Data): number {
  return typeof y === 'number' ? y : 0;
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
