/** Comments, imports, raw Python, and the stand-ins for blocks that this version does not know. */

import { type BlockFamily, slot, statement, value } from '../block-spec.ts';
import { FIELD, UNKNOWN_MUTATOR } from '../field-types.ts';
import type { Block } from '../program/block.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type FieldPart, part, type ReadingContext, rule } from '../program/rule.ts';
import { SHAPE_MUTATOR } from '../shape.ts';
import type { CommentStatement, ImportedName, Span } from '../python/nodes.ts';

const UNKNOWN_NAME = { type: 'field_label_serializable', name: 'TYPE', text: '?' };

/** `#like this`: no space behind the sign. The block remembers, so that the words can be shown without it. */
function commentParts({ lines }: CommentStatement, context: ReadingContext) {
  const words = lines.map((line) => context.source(line).slice(1).trimEnd());
  const spaced = words.every((line) => line === '' || line.startsWith(' '));
  return {
    fields: { TEXT: { value: words.map((line) => (spaced ? line.slice(1) : line)).join('\n') } },
    ...(spaced ? {} : { extra: { tight: true } }),
  };
}

function writeComment(block: Block, python: Printer): string {
  const sign = block.extra?.['tight'] === true ? '#' : '# ';
  const lines = (block.fields['TEXT'] ?? '').split('\n');
  return lines.map((line) => (sign + line).trimEnd()).join(python.newline);
}

/** Names as they are usually written, on one line and without comments. */
function namesField(names: readonly ImportedName[], at: Span): FieldPart {
  const value = names.map(({ path, alias }) => (alias ? `${path} as ${alias}` : path)).join(', ') || '*';
  return { value, at };
}

/** A bare name, number or dotted name is safe anywhere; whatever else it is gets parentheses inside an operation. */
function rawOrder(source: string): number {
  return /^[\p{L}\p{N}_.]+$/u.test(source.trim()) ? ORDER.MEMBER : ORDER.TUPLE;
}

const imports = [
  statement('import', {
    message: 'IMPORT',
    args: [{ type: FIELD.source, name: 'NAMES', text: 'time' }],
    layout: 'import',
    tooltip: 'IMPORT_TIP',
    write: (block) => `import ${block.fields['NAMES'] ?? ''}`,
    reads: [
      rule('Import', ({ names, namesSpan }) => ({
        fields: { NAMES: namesField(names, namesSpan) },
      })),
    ],
  }),
  statement('from_import', {
    message: 'FROM_IMPORT',
    args: [
      { type: FIELD.source, name: 'MODULE', text: 'machine' },
      { type: FIELD.source, name: 'NAMES', text: 'Pin' },
    ],
    layout: 'import',
    tooltip: 'FROM_IMPORT_TIP',
    write: (block) => `from ${block.fields['MODULE'] ?? ''} import ${block.fields['NAMES'] ?? ''}`,
    reads: [
      rule('FromImport', ({ moduleSpan, names, namesSpan }, context) => ({
        fields: { MODULE: part(context, moduleSpan), NAMES: namesField(names, namesSpan) },
      })),
    ],
  }),
];

export const code: BlockFamily = {
  style: 'code',
  blocks: [
    statement('comment', {
      message: 'COMMENT',
      args: [{ type: FIELD.source, name: 'TEXT', multiline: true }],
      mutator: SHAPE_MUTATOR,
      layout: 'comment',
      tooltip: 'COMMENT_TIP',
      write: writeComment,
      reads: [rule('Comment', commentParts)],
    }),
    statement('docstring', {
      message: 'DOCSTRING',
      args: [{ type: FIELD.source, name: 'SOURCE', text: '"""What this program does."""', multiline: true }],
      tooltip: 'DOCSTRING_TIP',
      write: (block) => block.fields['SOURCE'] ?? '""',
      reads: [
        rule('Expression', ({ value: node }, context) =>
          node.kind === 'String' && !node.outer ? { fields: { SOURCE: part(context, node) } } : undefined,
        ),
      ],
    }),
    ...imports,
    statement('expression', {
      message: 'EXPRESSION',
      args: [slot('VALUE')],
      tooltip: 'EXPRESSION_TIP',
      write: (block, python) => python.value(block, 'VALUE', ORDER.NONE, 'None'),
      reads: [rule('Expression', ({ value: said }) => ({ slots: { VALUE: said } }))],
    }),
    statement('raw_statement', {
      message: 'RAW_STATEMENT',
      args: [{ type: FIELD.source, name: 'CODE', text: 'pass', multiline: true }],
      tooltip: 'RAW_STATEMENT_TIP',
      write: (block, python) => python.lines(block.fields['CODE']?.trim() ? block.fields['CODE'] : 'pass'),
    }),
    value('raw_expression', {
      message: 'RAW_EXPRESSION',
      args: [{ type: FIELD.source, name: 'CODE', text: 'None', multiline: true }],
      tooltip: 'RAW_EXPRESSION_TIP',
      write: (block) => {
        const source = block.fields['CODE'] ?? '';
        return [source.trim() === '' ? 'None' : source, rawOrder(source)];
      },
    }),
    statement('unknown_statement', {
      message: 'UNKNOWN_STATEMENT',
      args: [UNKNOWN_NAME],
      mutator: UNKNOWN_MUTATOR,
      tooltip: 'UNKNOWN_TIP',
      write: (block) => `pass  # unknown block: ${(block.fields['TYPE'] ?? '').replace(/\s+/g, ' ')}`,
    }),
    value('unknown_value', {
      message: 'UNKNOWN_VALUE',
      args: [UNKNOWN_NAME],
      mutator: UNKNOWN_MUTATOR,
      tooltip: 'UNKNOWN_TIP',
      write: () => ['None', ORDER.ATOMIC],
    }),
  ],
};
