/** Lists, tuples, dictionaries and sets: making them, taking from them. */

import { type BlockFamily, object, slot, statement, value, type Written } from '../block-spec.ts';
import type { Block, Extra } from '../program/block.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, rule } from '../program/rule.ts';
import type { ComprehensionNode, DictNode, Expression, WithStatement } from '../python/nodes.ts';
import { count, ITEM, itemSlots, items, type Shape, type ShapeInput } from '../shape.ts';

function itemParts(list: readonly Expression[]): Parts {
  return {
    extra: { items: list.length },
    slots: itemSlots(list),
  };
}

/** Every slot counts, so that an empty one is `None` and no item moves. */
function itemCodes(block: Block, python: Printer): string[] {
  return Array.from({ length: count(block.extra, 'items') }, (_, n) =>
    python.value(block, `${ITEM}${n}`, ORDER.STAR + 1, 'None'),
  );
}

function tupleOf(codes: readonly string[]): string {
  return `${codes.join(', ')}${codes.length === 1 ? ',' : ''}`;
}

/** The first bracketless tuple is told from `(1, 2)`: Python takes both, and which one it was is the author's choice. */
function writeTuple(block: Block, python: Printer): Written {
  const codes = itemCodes(block, python);
  const bare = block.extra?.['bare'] === true && codes.length > 0;
  return bare ? [tupleOf(codes), ORDER.TUPLE] : [`(${tupleOf(codes)})`, ORDER.ATOMIC];
}

const tupleShape: Shape = {
  ...items(2),
  read: (saved) => ({
    ...items(2).read(saved),
    ...((saved as Extra | undefined)?.['bare'] === true ? { bare: true } : {}),
  }),
};

function entries(extra: Extra | undefined): readonly string[] {
  const found = extra?.['entries'];
  return Array.isArray(found) ? found.map((sign: unknown) => (sign === '**' ? '**' : ':')) : [':'];
}

/** Each entry is a key and a value, or `**` in front of another dictionary. */
const dictShape: Shape = {
  read: (saved) => ({ entries: entries(saved as Extra | undefined) }),
  inputs: (extra) =>
    entries(extra).flatMap((sign, n): ShapeInput[] =>
      sign === '**'
        ? [{ input: 'value', name: `VALUE${n}`, label: { plain: '**' }, newRow: true }]
        : [
            { input: 'value', name: `KEY${n}`, newRow: true },
            { input: 'value', name: `VALUE${n}`, label: { plain: ':' } },
          ],
    ),
  buttons: [
    {
      sign: 'minus',
      label: 'ITEM_REMOVE',
      press: (extra) => (entries(extra).length > 0 ? { entries: entries(extra).slice(0, -1) } : undefined),
    },
    { sign: 'plus', label: 'ITEM_ADD', press: (extra) => ({ entries: [...entries(extra), ':'] }) },
  ],
};

function writeDict(block: Block, python: Printer): Written {
  const pairs = entries(block.extra).map((sign, n) => {
    const value = python.value(block, `VALUE${n}`, ORDER.ITEM, sign === '**' ? '{}' : 'None');
    return sign === '**' ? `**${value}` : `${python.value(block, `KEY${n}`, ORDER.ITEM, 'None')}: ${value}`;
  });
  return [`{${pairs.join(', ')}}`, ORDER.ATOMIC];
}

function dictParts({ entries: list }: DictNode): Parts {
  return {
    extra: { entries: list.map(({ key }) => (key ? ':' : '**')) },
    slots: Object.fromEntries(
      list.flatMap(({ key, value: held }, n) => [
        [`KEY${n}`, key],
        [`VALUE${n}`, held],
      ]),
    ),
  };
}

type Clause = 'for' | 'async for' | 'if';

function clauses(extra: Extra | undefined): readonly Clause[] {
  const found = extra?.['clauses'];
  if (!Array.isArray(found)) return ['for'];
  return found.map((one: unknown) => (one === 'if' || one === 'async for' ? one : 'for'));
}

const BRACKETS: Readonly<Record<ComprehensionNode['of'], readonly [string, string]>> = {
  list: ['[', ']'],
  set: ['{', '}'],
  dict: ['{', '}'],
  generator: ['(', ')'],
};

function kindOf(extra: Extra | undefined): ComprehensionNode['of'] {
  const of = extra?.['of'];
  return of === 'set' || of === 'dict' || of === 'generator' ? of : 'list';
}

/** `[x * 2 for x in values if x > 0]`: one row for each `for` and each `if`. */
const comprehensionShape: Shape = {
  read: (saved) => ({
    of: kindOf(saved as Extra | undefined),
    clauses: clauses(saved as Extra | undefined),
  }),
  inputs: (extra) => [
    { input: 'value', name: 'ELEMENT', label: { plain: BRACKETS[kindOf(extra)][0] } },
    ...(kindOf(extra) === 'dict'
      ? [{ input: 'value', name: 'VALUE', label: { plain: ':' } } satisfies ShapeInput]
      : []),
    ...clauses(extra).flatMap((clause, n): ShapeInput[] =>
      clause === 'if'
        ? [{ input: 'value', name: `TEST${n}`, label: 'COMPREHENSION_IF' }]
        : [
            { input: 'value', name: `TARGET${n}`, label: 'COMPREHENSION_FOR' },
            { input: 'value', name: `ITERABLE${n}`, label: 'COMPREHENSION_IN' },
          ],
    ),
  ],
  buttons: [
    {
      sign: 'minus',
      label: 'ITEM_REMOVE',
      press: (extra) =>
        clauses(extra).length > 1 ? { ...extra, clauses: clauses(extra).slice(0, -1) } : undefined,
    },
    {
      sign: 'plus',
      label: 'COMPREHENSION_ADD',
      press: (extra) => ({ ...extra, clauses: [...clauses(extra), 'if'] }),
    },
  ],
};

function writeComprehension(block: Block, python: Printer): Written {
  const of = kindOf(block.extra);
  const element = python.value(block, 'ELEMENT', ORDER.ITEM, 'x');
  const head = of === 'dict' ? `${element}: ${python.value(block, 'VALUE', ORDER.ITEM, 'x')}` : element;
  const tail = clauses(block.extra).map((clause, n) => {
    if (clause === 'if') return ` if ${python.value(block, `TEST${n}`, ORDER.CONDITIONAL, 'True')}`;
    const target = python.value(block, `TARGET${n}`, ORDER.NONE, 'x');
    return ` ${clause} ${target} in ${python.value(block, `ITERABLE${n}`, ORDER.CONDITIONAL, '[]')}`;
  });
  const [open, close] = BRACKETS[of];
  return [open + head + tail.join('') + close, ORDER.ATOMIC];
}

/** A generator that borrows the parentheses of a call is written with its own; both mean the same. */
function comprehensionParts(node: ComprehensionNode): Parts {
  return {
    extra: {
      of: node.of,
      clauses: node.clauses.map((clause): Clause =>
        clause.kind === 'if' ? 'if' : clause.async ? 'async for' : 'for',
      ),
    },
    slots: {
      ELEMENT: node.element,
      VALUE: node.value,
      ...Object.fromEntries(
        node.clauses.flatMap((clause, n): [string, Expression][] =>
          clause.kind === 'if'
            ? [[`TEST${n}`, clause.test]]
            : [
                [`TARGET${n}`, clause.target],
                [`ITERABLE${n}`, clause.iterable],
              ],
        ),
      ),
    },
  };
}

const collections = [
  value('list', {
    message: 'LIST',
    shape: items(2),
    tooltip: 'LIST_TIP',
    write: (block, python) => [`[${itemCodes(block, python).join(', ')}]`, ORDER.ATOMIC],
    reads: [rule('List', ({ items: list }) => itemParts(list))],
  }),
  value('tuple', {
    message: 'TUPLE',
    shape: tupleShape,
    tooltip: 'TUPLE_TIP',
    write: writeTuple,
    reads: [
      rule('Tuple', ({ items: list, parenthesized }) => {
        const { extra, ...parts } = itemParts(list);
        return { ...parts, extra: { ...extra, ...(parenthesized ? {} : { bare: true }) } };
      }),
    ],
  }),
  value('set', {
    message: 'SET',
    shape: items(2, 1),
    tooltip: 'SET_TIP',
    write: (block, python) => [`{${itemCodes(block, python).join(', ')}}`, ORDER.ATOMIC],
    reads: [rule('Set', ({ items: list }) => itemParts(list))],
  }),
  value('dict', {
    message: 'DICT',
    shape: dictShape,
    tooltip: 'DICT_TIP',
    write: writeDict,
    reads: [rule('Dict', dictParts)],
  }),
  value('comprehension', {
    message: 'COMPREHENSION',
    shape: comprehensionShape,
    tooltip: 'COMPREHENSION_TIP',
    write: writeComprehension,
    reads: [rule('Comprehension', comprehensionParts)],
  }),
  value('star', {
    message: 'STAR',
    args: [slot('VALUE')],
    tooltip: 'STAR_TIP',
    write: (block, python) => [`*${python.value(block, 'VALUE', ORDER.CONDITIONAL, '[]')}`, ORDER.STAR],
    reads: [rule('Star', ({ value: list }) => ({ slots: { VALUE: list } }))],
  }),
];

const access = [
  value('item', {
    message: 'ITEM_OF',
    args: [object('OBJECT', 'x'), slot('INDEX', '0')],
    tooltip: 'ITEM_OF_TIP',
    write: (block, python) => [
      `${python.receiver(block, 'OBJECT', 'x')}[${python.value(block, 'INDEX', ORDER.NONE, '0')}]`,
      ORDER.MEMBER,
    ],
    reads: [rule('Subscript', ({ object: owner, index }) => ({ slots: { OBJECT: owner, INDEX: index } }))],
  }),
  value('slice', {
    message: 'SLICE',
    args: [slot('START', ''), slot('STOP', ''), slot('STEP', '')],
    tooltip: 'SLICE_TIP',
    write: (block, python) => {
      const [start, stop, step] = ['START', 'STOP', 'STEP'].map((name) =>
        python.value(block, name, ORDER.ITEM, ''),
      );
      return [`${start ?? ''}:${stop ?? ''}${step ? `:${step}` : ''}`, ORDER.NONE - 1];
    },
    reads: [rule('Slice', ({ start, stop, step }) => ({ slots: { START: start, STOP: stop, STEP: step } }))],
  }),
];

function withItems(extra: Extra | undefined): readonly string[] {
  const found = extra?.['items'];
  return Array.isArray(found) ? found.map((one: unknown) => (one === 'as' ? 'as' : '')) : ['as'];
}

/** `with open(…) as file`: closes what it opened, whatever happens inside. */
const withShape: Shape = {
  read: (saved) => {
    const extra = saved as Extra | undefined;
    return { items: withItems(extra), ...(extra?.['async'] === true ? { async: true } : {}) };
  },
  inputs: (extra) => [
    ...withItems(extra).flatMap((kind, n): ShapeInput[] => [
      { input: 'value', name: `CONTEXT${n}`, newRow: n > 0 },
      ...(kind === 'as' ? [{ input: 'value', name: `TARGET${n}`, label: 'WITH_AS' } as const] : []),
    ]),
    { input: 'body', name: 'DO' },
  ],
  buttons: [],
};

function writeWith(block: Block, python: Printer): string {
  const list = withItems(block.extra).map((kind, n) => {
    const context = python.value(block, `CONTEXT${n}`, ORDER.ITEM, 'None');
    return kind === 'as' ? `${context} as ${python.value(block, `TARGET${n}`, ORDER.ITEM, 'x')}` : context;
  });
  const async = block.extra?.['async'] === true ? 'async ' : '';
  return `${async}with ${list.join(', ')}:${python.body(block, 'DO')}`;
}

function withParts({ async, items: list, body }: WithStatement): Parts {
  return {
    extra: { items: list.map(({ target }) => (target ? 'as' : '')), ...(async ? { async } : {}) },
    slots: Object.fromEntries(
      list.flatMap(({ context, target }, n) => [
        [`CONTEXT${n}`, context],
        [`TARGET${n}`, target],
      ]),
    ),
    bodies: { DO: body },
  };
}

export const data: BlockFamily = {
  style: 'variables',
  blocks: [
    ...collections,
    ...access,
    statement('with', {
      message: 'WITH',
      shape: withShape,
      tooltip: 'WITH_TIP',
      write: writeWith,
      reads: [rule('With', withParts)],
    }),
  ],
};
