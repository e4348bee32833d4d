/** Functions and classes: defining, running, returning. */

import { type BlockFamily, object, slot, statement, value } from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import type { Block, Extra } from '../program/block.ts';
import { ORDER, sameOrTighter } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type FieldPart, type Parts, part, type ReadingContext, rule } from '../program/rule.ts';
import type { CallNode, ClassStatement, DefStatement, Expression } from '../python/nodes.ts';
import { count, type Shape, type ShapeInput } from '../shape.ts';
import { argumentsParts, argumentsShape, writeArguments } from './arguments.ts';

const NAME = { type: FIELD.name, name: 'NAME', text: 'blink', role: 'function', dotted: true };

/** Decorators, `async` and the kind of result come with programs written as text; a new definition has none. */
const definitionShape: Shape = {
  read: (saved) => {
    const extra = saved as Extra | undefined;
    return {
      ...(count(extra, 'decorators') > 0 ? { decorators: count(extra, 'decorators') } : {}),
      ...(extra?.['async'] === true ? { async: true } : {}),
      ...(extra?.['returns'] === true ? { returns: true } : {}),
    };
  },
  inputs: (extra) => [
    ...(extra['async'] === true
      ? [{ input: 'label', name: 'ASYNC', label: 'DEF_ASYNC' } satisfies ShapeInput]
      : []),
    ...(extra['returns'] === true
      ? [{ input: 'value', name: 'RETURNS', label: 'DEF_RETURNS' } satisfies ShapeInput]
      : []),
    ...Array.from({ length: count(extra, 'decorators') }, (_, n): ShapeInput => ({
      input: 'value',
      name: `DECORATOR${n}`,
      label: { plain: '@' },
      newRow: true,
    })),
    { input: 'body', name: 'DO' },
  ],
  buttons: [],
};

function writeDecorators(block: Block, python: Printer): string {
  return Array.from(
    { length: count(block.extra, 'decorators') },
    (_, n) => `@${python.value(block, `DECORATOR${n}`, ORDER.ITEM, 'None')}${python.newline}`,
  ).join('');
}

function decoratorSlots(decorators: readonly Expression[]): Record<string, Expression> {
  return Object.fromEntries(decorators.map((decorator, n) => [`DECORATOR${n}`, decorator]));
}

function writeDef(block: Block, python: Printer): string {
  const decorators = writeDecorators(block, python);
  const async = block.extra?.['async'] === true ? 'async ' : '';
  const returns =
    block.extra?.['returns'] === true ? ` -> ${python.value(block, 'RETURNS', ORDER.ITEM, 'None')}` : '';
  const { NAME: name = 'f', PARAMS = '' } = block.fields;
  return `${decorators}${async}def ${name}(${PARAMS})${returns}:${python.body(block, 'DO')}`;
}

function defParts(node: DefStatement, context: ReadingContext): Parts {
  const { async, decorators, parameters, returns } = node;
  return {
    fields: { NAME: part(context, node.nameSpan), PARAMS: part(context, parameters) },
    extra: {
      ...(decorators.length > 0 ? { decorators: decorators.length } : {}),
      ...(async ? { async } : {}),
      ...(returns ? { returns: true } : {}),
    },
    slots: { ...decoratorSlots(decorators), RETURNS: returns },
    bodies: { DO: node.body },
  };
}

function basesField({ bases }: ClassStatement, context: ReadingContext): FieldPart {
  const [first, last] = [bases[0], bases.at(-1)];
  return first && last ? part(context, { from: first.from, to: last.to }) : { value: '' };
}

function classParts(node: ClassStatement, context: ReadingContext): Parts {
  return {
    fields: { NAME: part(context, node.nameSpan), BASES: basesField(node, context) },
    extra: node.decorators.length > 0 ? { decorators: node.decorators.length } : {},
    slots: decoratorSlots(node.decorators),
    bodies: { DO: node.body },
  };
}

/** A function that has a name, or a dotted one of a module. */
function callParts(node: CallNode, context: ReadingContext): Parts | undefined {
  const { function: called } = node;
  const isNamed = called.kind === 'Name' || (called.kind === 'Attribute' && isModulePath(called, context));
  if (!isNamed || called.outer) return undefined;
  return { fields: { NAME: part(context, called) }, ...argumentsParts(node.arguments) };
}

/** `framebuf.FrameBuffer`: names and dots only, from a name that is not the program's own. */
function isModulePath(node: Expression, context: ReadingContext): boolean {
  return context.path(node) !== undefined && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(context.source(node));
}

function methodParts(node: CallNode, context: ReadingContext): Parts | undefined {
  const { function: called } = node;
  if (called.kind !== 'Attribute' || called.outer) return undefined;
  return {
    fields: { NAME: part(context, called.nameSpan) },
    extra: argumentsParts(node.arguments).extra ?? {},
    slots: { OBJECT: called.object, ...argumentsParts(node.arguments).slots },
  };
}

function resultParts(node: CallNode): Parts {
  const { extra = {}, slots } = argumentsParts(node.arguments);
  return { extra, slots: { FUNCTION: node.function, ...slots } };
}

/** The same call as a statement. */
function asStatement(read: (node: CallNode, context: ReadingContext) => Parts | undefined) {
  return rule('Expression', ({ value: node }, context) =>
    node.kind === 'Call' && !node.outer ? read(node, context) : undefined,
  );
}

const writeCall = (block: Block, python: Printer): string =>
  (block.fields['NAME'] ?? 'f') + writeArguments(block, python);

const writeMethod = (block: Block, python: Printer): string =>
  `${python.receiver(block, 'OBJECT', 'x')}.${block.fields['NAME'] ?? 'f'}${writeArguments(block, python)}`;

const writeResult = (block: Block, python: Printer): string =>
  python.receiver(block, 'FUNCTION', 'f') + writeArguments(block, python);

const METHOD = { type: FIELD.name, name: 'NAME', text: 'close', role: 'method', menu: false };

const calls = [
  statement('call', {
    message: 'CALL',
    args: [NAME],
    shape: argumentsShape(0),
    tooltip: 'CALL_TIP',
    write: writeCall,
    reads: [asStatement(callParts)],
  }),
  value('call_value', {
    message: 'CALL_VALUE',
    args: [NAME],
    shape: argumentsShape(0),
    tooltip: 'CALL_VALUE_TIP',
    write: (block, python) => [writeCall(block, python), ORDER.MEMBER],
    reads: [rule('Call', callParts)],
  }),
  statement('method', {
    message: 'METHOD',
    args: [object('OBJECT', 'x'), METHOD],
    shape: argumentsShape(0),
    tooltip: 'METHOD_TIP',
    write: writeMethod,
    reads: [asStatement(methodParts)],
  }),
  value('method_value', {
    message: 'METHOD_VALUE',
    args: [object('OBJECT', 'x'), METHOD],
    shape: argumentsShape(0),
    tooltip: 'METHOD_VALUE_TIP',
    write: (block, python) => [writeMethod(block, python), ORDER.MEMBER],
    reads: [rule('Call', methodParts)],
  }),
  value('call_result', {
    message: 'CALL_RESULT',
    args: [object('FUNCTION', 'f')],
    shape: argumentsShape(0),
    tooltip: 'CALL_RESULT_TIP',
    write: (block, python) => [writeResult(block, python), ORDER.MEMBER],
    reads: [rule('Call', resultParts)],
  }),
];

export const functions: BlockFamily = {
  style: 'functions',
  blocks: [
    statement('def', {
      message: 'DEF',
      args: [
        { ...NAME, menu: false, dotted: false },
        { type: FIELD.nameList, name: 'PARAMS' },
      ],
      shape: definitionShape,
      layout: 'definition',
      tooltip: 'DEF_TIP',
      write: writeDef,
      reads: [rule('Def', defParts)],
    }),
    statement('class', {
      message: 'CLASS',
      args: [
        { type: FIELD.name, name: 'NAME', text: 'Plant', role: 'function', menu: false },
        { type: FIELD.source, name: 'BASES' },
      ],
      shape: definitionShape,
      layout: 'definition',
      tooltip: 'CLASS_TIP',
      write: (block, python) => {
        const decorators = writeDecorators(block, python);
        const { NAME: name = 'C', BASES: bases = '' } = block.fields;
        return `${decorators}class ${name}${bases && `(${bases})`}:${python.body(block, 'DO')}`;
      },
      reads: [rule('Class', classParts)],
    }),
    ...calls,
    statement('return', {
      message: 'RETURN',
      args: [slot('VALUE', '')],
      tooltip: 'RETURN_TIP',
      write: (block, python) => `return ${python.value(block, 'VALUE', ORDER.NONE, '')}`.trimEnd(),
      reads: [rule('Return', ({ value: result }) => ({ slots: { VALUE: result } }))],
    }),
    value('lambda', {
      message: 'LAMBDA',
      args: [{ type: FIELD.nameList, name: 'PARAMS', text: 'x' }, slot('BODY')],
      tooltip: 'LAMBDA_TIP',
      write: (block, python) => {
        const params = block.fields['PARAMS'] ?? '';
        return [
          `lambda${params && ` ${params}`}: ${python.value(block, 'BODY', ORDER.ITEM, 'None')}`,
          ORDER.LAMBDA,
        ];
      },
      reads: [
        rule('Lambda', ({ parameters, body }, context) => ({
          fields: { PARAMS: parameters.list.length > 0 ? part(context, parameters) : { value: '' } },
          slots: { BODY: body },
        })),
      ],
    }),
    value('await', {
      message: 'AWAIT',
      args: [slot('VALUE')],
      tooltip: 'AWAIT_TIP',
      write: (block, python) => [
        `await ${python.value(block, 'VALUE', sameOrTighter(ORDER.AWAIT), 'None')}`,
        ORDER.AWAIT,
      ],
      reads: [rule('Await', ({ value: awaited }) => ({ slots: { VALUE: awaited } }))],
    }),
    value('yield', {
      message: 'YIELD',
      args: [slot('VALUE', '')],
      tooltip: 'YIELD_TIP',
      write: (block, python) => [
        `yield ${python.value(block, 'VALUE', ORDER.NONE, '')}`.trimEnd(),
        ORDER.YIELD,
      ],
      reads: [rule('Yield', ({ value: result }) => ({ slots: { VALUE: result } }))],
    }),
    value('yield_from', {
      message: 'YIELD_FROM',
      args: [slot('VALUE')],
      tooltip: 'YIELD_FROM_TIP',
      write: (block, python) => [`yield from ${python.value(block, 'VALUE', ORDER.ITEM, '[]')}`, ORDER.YIELD],
      reads: [rule('YieldFrom', ({ value: result }) => ({ slots: { VALUE: result } }))],
    }),
  ],
};
