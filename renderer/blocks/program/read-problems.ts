/** Why a program is not shown as blocks, in sentences for the learner. */

import { text } from '../messages/texts.ts';
import type { MessageKey } from '../messages/en.ts';
import type { SyntaxProblem, SyntaxProblemCode } from '../python/nodes.ts';
import type { ReadProblem } from './block.ts';

const SENTENCES: Readonly<Record<SyntaxProblemCode, MessageKey>> = {
  'colon-missing': 'SYNTAX_COLON_MISSING',
  'bracket-not-closed': 'SYNTAX_BRACKET_NOT_CLOSED',
  'bracket-not-open': 'SYNTAX_BRACKET_NOT_OPEN',
  'quote-not-closed': 'SYNTAX_QUOTE_NOT_CLOSED',
  'body-missing': 'SYNTAX_BODY_MISSING',
  'unexpected-indent': 'SYNTAX_UNEXPECTED_INDENT',
  'indent-matches-nothing': 'SYNTAX_INDENT_MATCHES_NOTHING',
  'expression-missing': 'SYNTAX_EXPRESSION_MISSING',
  'name-missing': 'SYNTAX_NAME_MISSING',
  'word-missing': 'SYNTAX_WORD_MISSING',
  'equals-for-compare': 'SYNTAX_EQUALS_FOR_COMPARE',
  'cannot-assign': 'SYNTAX_CANNOT_ASSIGN',
  'argument-order': 'SYNTAX_ARGUMENT_ORDER',
  'keyword-as-name': 'SYNTAX_KEYWORD_AS_NAME',
  'clause-without-start': 'SYNTAX_CLAUSE_WITHOUT_START',
  'bad-number': 'SYNTAX_BAD_NUMBER',
  'bad-character': 'SYNTAX_BAD_CHARACTER',
  'bad-replacement': 'SYNTAX_BAD_REPLACEMENT',
  unexpected: 'SYNTAX_UNEXPECTED',
};

export function syntaxProblem({ code, line, about }: SyntaxProblem): ReadProblem {
  return { kind: 'syntax', line, message: text(SENTENCES[code], about) };
}

export function tooLong(lines: number, most: number): ReadProblem {
  return { kind: 'too-long', line: 1, message: text('READ_TOO_LONG', lines, most) };
}

export function unfaithful(line: number): ReadProblem {
  return { kind: 'not-faithful', line, message: text('READ_NOT_FAITHFUL') };
}
