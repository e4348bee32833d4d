/**
 * Expressions of a MicroPython program. Every node knows where it stands in the text, so that blocks can be a view of it:
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
  /** Replacements inside the spec: `{x:{width}}`. */
  readonly nested: readonly Replacement[];
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
