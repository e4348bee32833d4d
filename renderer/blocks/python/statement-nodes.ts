/** Statements of a MicroPython program, the bodies that hold them, and the comments that belong to them. */

import type { Argument, BinaryOperator, Expression, NameNode, Parameters, Span } from './expression-nodes.ts';

interface Stmt<Kind extends string> extends Span {
  readonly kind: Kind;
  /** The comment behind the statement, or behind the colon of its first line; from `#`, without the line break. */
  readonly trailing?: Span;
}

/**
 * `from` is behind the indentation. `to` is the end of the statement itself: without a comment behind it, without `;`,
 * for a compound statement the end of the last item of its last body.
 */
export type Statement =
  | ExpressionStatement
  | AssignStatement
  | AnnotateStatement
  | AugmentStatement
  | ReturnStatement
  | PassStatement
  | BreakStatement
  | ContinueStatement
  | ScopeStatement
  | DeleteStatement
  | AssertStatement
  | RaiseStatement
  | ImportStatement
  | FromImportStatement
  | IfStatement
  | WhileStatement
  | ForStatement
  | TryStatement
  | WithStatement
  | DefStatement
  | ClassStatement
  | CommentStatement;

export interface ExpressionStatement extends Stmt<'Expression'> {
  readonly value: Expression;
}

/** `a = b = value`: every target, from the left. */
export interface AssignStatement extends Stmt<'Assign'> {
  readonly targets: readonly [Expression, ...Expression[]];
  readonly value: Expression;
}

export interface AnnotateStatement extends Stmt<'Annotate'> {
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value?: Expression;
}

export interface AugmentStatement extends Stmt<'Augment'> {
  readonly target: Expression;
  readonly operator: BinaryOperator;
  /** With the equals sign. */
  readonly operatorSpan: Span;
  readonly value: Expression;
}

export interface ReturnStatement extends Stmt<'Return'> {
  readonly value?: Expression;
}

export type PassStatement = Stmt<'Pass'>;
export type BreakStatement = Stmt<'Break'>;
export type ContinueStatement = Stmt<'Continue'>;

export interface ScopeStatement extends Stmt<'Global' | 'Nonlocal'> {
  readonly names: readonly NameNode[];
}

export interface DeleteStatement extends Stmt<'Delete'> {
  readonly targets: readonly Expression[];
}

export interface AssertStatement extends Stmt<'Assert'> {
  readonly test: Expression;
  readonly message?: Expression;
}

export interface RaiseStatement extends Stmt<'Raise'> {
  readonly error?: Expression;
  readonly cause?: Expression;
}

/** A dotted path or a name, and what it is called here. */
export interface ImportedName extends Span {
  readonly path: string;
  readonly alias?: string;
}

export interface ImportStatement extends Stmt<'Import'> {
  readonly names: readonly ImportedName[];
  /** From the first name to the last alias. */
  readonly namesSpan: Span;
}

export interface FromImportStatement extends Stmt<'FromImport'> {
  /** With leading dots. */
  readonly module: string;
  readonly moduleSpan: Span;
  /** Empty for `*`. */
  readonly names: readonly ImportedName[];
  /** From the first name to the last alias, or the star; without parentheses. */
  readonly namesSpan: Span;
}

/** From its keyword to the end of its body. */
export interface Branch extends Span {
  readonly test: Expression;
  readonly body: Body;
}

/** `if` and each `elif`. */
export interface IfStatement extends Stmt<'If'> {
  readonly branches: readonly [Branch, ...Branch[]];
  readonly otherwise?: Body;
}

export interface WhileStatement extends Stmt<'While'> {
  readonly test: Expression;
  readonly body: Body;
  readonly otherwise?: Body;
}

export interface ForStatement extends Stmt<'For'> {
  readonly async: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Body;
  readonly otherwise?: Body;
}

/** From `except` to the end of its body. */
export interface Handler extends Span {
  readonly type?: Expression;
  readonly name?: NameNode;
  readonly body: Body;
}

export interface TryStatement extends Stmt<'Try'> {
  readonly body: Body;
  readonly handlers: readonly Handler[];
  readonly otherwise?: Body;
  readonly finally?: Body;
}

export interface WithItem extends Span {
  readonly context: Expression;
  readonly target?: Expression;
}

export interface WithStatement extends Stmt<'With'> {
  readonly async: boolean;
  readonly items: readonly [WithItem, ...WithItem[]];
  readonly body: Body;
}

export interface DefStatement extends Stmt<'Def'> {
  readonly async: boolean;
  /** What stands behind each `@`. */
  readonly decorators: readonly Expression[];
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: Parameters;
  readonly returns?: Expression;
  readonly body: Body;
}

export interface ClassStatement extends Stmt<'Class'> {
  readonly decorators: readonly Expression[];
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Argument[];
  readonly body: Body;
}

/** Comment lines of their own, one below the other in the same column, with nothing between them. */
export interface CommentStatement extends Stmt<'Comment'> {
  /** From `#`, without the line break. */
  readonly lines: readonly Span[];
}

/**
 * The statements of one suite. `from` is behind the colon, `to` the end of the last item with its trailing comment.
 * Comment lines before the first and behind the last statement belong to the suite, unless those behind it stand further left
 * and no `else`, `elif`, `except` or `finally` follows. An inline suite has no comment lines.
 */
export interface Body extends Span {
  readonly items: readonly Statement[];
  /** Whether the suite stands on the line of its header: `if x: y()`. */
  readonly inline: boolean;
  /** White space before each line of the suite; '' for an inline suite. */
  readonly indent: string;
}
