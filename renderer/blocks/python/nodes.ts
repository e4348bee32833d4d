/**
 * The syntax tree of a MicroPython program. Every node knows where it stands in the text, so that blocks can be a view of it:
 * `from` and `to` are offsets in UTF-16 units, `to` is exclusive. Knows neither blocks nor meaning.
 */

export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Expr<Kind extends string> extends Span {
  readonly kind: Kind;
  /** The expression with the redundant parentheses round it; absent where there are none. */
  readonly outer?: Span;
}

export type Expression =
  | NameNode
  | NumberNode
  | ConstantNode
  | StringNode
  | TupleNode
  | ListNode
  | SetNode
  | DictNode
  | UnaryNode
  | BinaryNode
  | LogicNode
  | CompareNode
  | ConditionalNode
  | LambdaNode
  | CallNode
  | AttributeNode
  | SubscriptNode
  | SliceNode
  | ComprehensionNode
  | AwaitNode
  | YieldNode
  | YieldFromNode
  | WalrusNode
  | StarNode;

export interface NameNode extends Expr<'Name'> {
  readonly name: string;
}

/** `source` is the token as written: 0x1F, 1_000, 5.0, 2j. */
export interface NumberNode extends Expr<'Number'> {
  readonly source: string;
}

export interface ConstantNode extends Expr<'Constant'> {
  readonly value: 'True' | 'False' | 'None' | '...';
}

/** One token of a text literal. Adjacent tokens are joined by Python. */
export interface StringToken extends Span {
  /** As written, lower case or not: '', 'r', 'b', 'f', 'Rb' … */
  readonly prefix: string;
  readonly quote: "'" | '"' | "'''" | '"""';
  /** Where the text between the quotes stands. */
  readonly body: Span;
  /** What stands between the braces of an f-string; empty otherwise. */
  readonly replacements: readonly Replacement[];
}

/** `{expression!conversion:spec}` in an f-string; the span holds the braces. */
export interface Replacement extends Span {
  readonly expression: Expression;
  /** `{x=}` */
  readonly debug: boolean;
  readonly conversion?: string;
  /** What stands behind the colon. */
  readonly spec?: Span;
}

export interface StringNode extends Expr<'String'> {
  readonly tokens: readonly [StringToken, ...StringToken[]];
}

/** With its parentheses inside `from`…`to` when it has some. */
export interface TupleNode extends Expr<'Tuple'> {
  readonly items: readonly Expression[];
  readonly parenthesized: boolean;
}

export interface ListNode extends Expr<'List'> {
  readonly items: readonly Expression[];
}

export interface SetNode extends Expr<'Set'> {
  readonly items: readonly Expression[];
}

/** Without a key: `**value`. */
export interface DictEntry extends Span {
  readonly key?: Expression;
  readonly value: Expression;
}

export interface DictNode extends Expr<'Dict'> {
  readonly entries: readonly DictEntry[];
}

export interface UnaryNode extends Expr<'Unary'> {
  readonly operator: '-' | '+' | '~' | 'not';
  readonly operatorSpan: Span;
  readonly operand: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '&' | '|' | '^' | '<<' | '>>';

export interface BinaryNode extends Expr<'Binary'> {
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** `a and b and c` groups to the left. */
export interface LogicNode extends Expr<'Logic'> {
  readonly operator: 'and' | 'or';
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

/** `a < b < c`: one more operand than operators. The span of `not in` runs from `not` to `in`. */
export interface CompareNode extends Expr<'Compare'> {
  readonly operands: readonly Expression[];
  readonly operators: readonly (Span & { readonly operator: CompareOperator })[];
}

export interface ConditionalNode extends Expr<'Conditional'> {
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Parameter extends Span {
  /** '/' and a bare '*' have an empty name. */
  readonly star: '' | '*' | '**' | '/';
  readonly name: string;
  readonly annotation?: Expression;
  readonly default?: Expression;
}

/** The span runs from the first parameter to the last, without parentheses; empty at the place where they would stand. */
export interface Parameters extends Span {
  readonly list: readonly Parameter[];
}

export interface LambdaNode extends Expr<'Lambda'> {
  readonly parameters: Parameters;
  readonly body: Expression;
}

export interface Argument extends Span {
  readonly star: '' | '*' | '**';
  /** Keyword, and where it stands. */
  readonly name?: Span & { readonly name: string };
  readonly value: Expression;
}

export interface CallNode extends Expr<'Call'> {
  readonly function: Expression;
  readonly arguments: readonly Argument[];
  /** With the parentheses. */
  readonly argumentsSpan: Span;
}

export interface AttributeNode extends Expr<'Attribute'> {
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

/** `index` may be a Slice, or a Tuple (not parenthesized) that holds slices. */
export interface SubscriptNode extends Expr<'Subscript'> {
  readonly object: Expression;
  readonly index: Expression;
}

/** `a:b:c`. `colons` tells `a:b` (1) from `a:b:` (2). */
export interface SliceNode extends Expr<'Slice'> {
  readonly start?: Expression;
  readonly stop?: Expression;
  readonly step?: Expression;
  readonly colons: 1 | 2;
}

export type ComprehensionClause =
  | (Span & {
      readonly kind: 'for';
      readonly async: boolean;
      readonly target: Expression;
      readonly iterable: Expression;
    })
  | (Span & { readonly kind: 'if'; readonly test: Expression });

/** A generator that is the only argument of a call has the span of what stands between the call's parentheses. */
export interface ComprehensionNode extends Expr<'Comprehension'> {
  readonly of: 'list' | 'set' | 'dict' | 'generator';
  /** The key, for a dict. */
  readonly element: Expression;
  /** The value, for a dict. */
  readonly value?: Expression;
  readonly clauses: readonly ComprehensionClause[];
  /** False for the only argument of a call, which needs no parentheses of its own. */
  readonly bracketed: boolean;
}

export interface AwaitNode extends Expr<'Await'> {
  readonly value: Expression;
}

export interface YieldNode extends Expr<'Yield'> {
  readonly value?: Expression;
}

export interface YieldFromNode extends Expr<'YieldFrom'> {
  readonly value: Expression;
}

export interface WalrusNode extends Expr<'Walrus'> {
  readonly target: NameNode;
  readonly value: Expression;
}

/** `*rest` in a list, a tuple or a target. */
export interface StarNode extends Expr<'Star'> {
  readonly value: Expression;
}

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
 * and no `else`, `elif`, `except` or `finally` follows.
 */
export interface Body extends Span {
  readonly items: readonly Statement[];
  /** Whether the suite stands on the line of its header: `if x: y()`. */
  readonly inline: boolean;
  /** White space before each line of the suite; '' for an inline suite. */
  readonly indent: string;
}

export interface Module {
  readonly text: string;
  readonly items: readonly Statement[];
}

/** Every comment that is neither a Comment statement nor a `trailing`: inside brackets, behind `else:` and so on. */
export interface HiddenComments {
  readonly hidden: readonly Span[];
}

/** The first thing that MicroPython would not accept. */
export interface SyntaxProblem {
  /** Offset in the text. */
  readonly at: number;
  /** 1-based. */
  readonly line: number;
  /** What is wrong, as a key of a table of sentences, with what it is about. */
  readonly code: SyntaxProblemCode;
  /** What was found or wanted: a token, as written. */
  readonly about: string;
}

export type SyntaxProblemCode =
  | 'colon-missing'
  | 'bracket-not-closed'
  | 'bracket-not-open'
  | 'quote-not-closed'
  | 'body-missing'
  | 'unexpected-indent'
  | 'indent-matches-nothing'
  | 'expression-missing'
  | 'name-missing'
  | 'equals-for-compare'
  | 'cannot-assign'
  | 'argument-order'
  | 'keyword-as-name'
  | 'clause-without-start'
  | 'bad-number'
  | 'bad-character'
  | 'bad-replacement'
  | 'unexpected';

export type ParseResult =
  | (Module & HiddenComments & { readonly ok: true })
  | { readonly ok: false; readonly problem: SyntaxProblem };
