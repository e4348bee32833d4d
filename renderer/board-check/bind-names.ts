/** Finds out which names a program binds, and to what: the scopes of a module, before anything is checked. */

import type { Expression, ImportedName, Statement } from '../blocks/python/nodes.ts';
import { childrenOf, type Node } from './nodes-in.ts';
import { type OwnClasses, Scope, valueOf } from './scope.ts';
import type { Value } from './value.ts';

export interface Scopes {
  readonly module: Scope;
  /** Of functions, classes and comprehensions, by their node. */
  readonly of: ReadonlyMap<Node, Scope>;
  readonly classes: OwnClasses;
}

/** `moduleOf` answers what an imported module is; undefined for one of the program's own. */
export function bindNames(
  items: readonly Statement[],
  moduleOf: (path: string) => string | undefined,
): Scopes {
  const binder = new Binder(moduleOf);
  const module = new Scope('module');
  for (const item of items) binder.visit(item, module);
  return { module, of: binder.scopes, classes: binder.classes };
}

const unknown = (): undefined => undefined;

class Binder {
  readonly scopes = new Map<Node, Scope>();
  readonly classes: OwnClasses = new Map();
  readonly #moduleOf: (path: string) => string | undefined;
  readonly #paths = new Map<Scope, string>();
  #self: { readonly name: string; readonly fields: Scope } | undefined;

  constructor(moduleOf: (path: string) => string | undefined) {
    this.#moduleOf = moduleOf;
  }

  visit(node: Node, scope: Scope): void {
    switch (node.kind) {
      case 'Import':
        for (const name of node.names) this.#import(name, scope);
        return;
      case 'FromImport':
        this.#importFrom(node.module, node.names, scope);
        return;
      case 'Def':
        scope.bind(node.name, unknown);
        this.#function(node, scope);
        return;
      case 'Lambda':
      case 'Comprehension':
        this.#function(node, scope);
        return;
      case 'Class':
        this.#class(node, scope);
        return;
      case 'Global':
        for (const { name } of node.names) scope.globals.add(name);
        return;
      case 'Nonlocal':
        for (const { name } of node.names) scope.parent?.bind(name, unknown);
        return;
      default:
        this.#assignments(node, scope);
        for (const child of childrenOf(node)) this.visit(child, scope);
    }
  }

  #assignments(node: Node, scope: Scope): void {
    const value = (expression: Expression) => (): Value | undefined =>
      valueOf(expression, scope, this.classes);
    if (node.kind === 'Assign') for (const target of node.targets) this.#target(target, node.value, scope);
    else if (node.kind === 'Annotate') {
      if (node.value) this.#target(node.target, node.value, scope);
    } else if (node.kind === 'Walrus') scope.bind(node.target.name, value(node.value));
    else if (node.kind === 'Augment') this.#bind(node.target, scope, unknown);
    else if (node.kind === 'For') this.#bind(node.target, scope, this.#elementOf(node.iterable, scope));
    else if (node.kind === 'With')
      for (const { target } of node.items) if (target) this.#bind(target, scope, unknown);
    if (node.kind === 'Delete') for (const target of node.targets) this.#bind(target, scope, unknown);
    if (node.kind === 'Try') for (const { name } of node.handlers) if (name) scope.bind(name.name, unknown);
  }

  #target(target: Expression, source: Expression, scope: Scope): void {
    const pairs = target.kind === 'Tuple' && source.kind === 'Tuple' ? source.items : undefined;
    if (target.kind === 'Tuple' && pairs?.length === target.items.length) {
      for (const [index, item] of target.items.entries()) {
        const value = pairs[index];
        if (value) this.#target(item, value, scope);
      }
    } else this.#bind(target, scope, () => valueOf(source, scope, this.classes));
  }

  #bind(target: Expression, scope: Scope, binding: () => Value | undefined): void {
    if (target.kind === 'Name') scope.bind(target.name, binding);
    else if (target.kind === 'Attribute') {
      const { object, name } = target;
      if (object.kind === 'Name' && object.name === this.#self?.name) this.#self.fields.bind(name, binding);
    } else if (target.kind === 'Tuple' || target.kind === 'List')
      for (const item of target.items) this.#bind(item, scope, unknown);
    else if (target.kind === 'Star') this.#bind(target.value, scope, unknown);
  }

  #elementOf(iterable: Expression, scope: Scope): () => Value | undefined {
    return () => {
      const list = valueOf(iterable, scope, this.classes);
      return list?.kind === 'list' ? list.of : undefined;
    };
  }

  #import({ path, alias }: ImportedName, scope: Scope): void {
    const first = path.split('.', 1)[0] ?? path;
    const module = this.#moduleOf(alias ? path : first);
    scope.bind(alias ?? first, () => (module ? { kind: 'module', path: module } : undefined));
  }

  #importFrom(path: string, names: readonly ImportedName[], scope: Scope): void {
    const module = this.#moduleOf(path);
    // What a star of an unknown module brings may hide any other name.
    if (names.length === 0) scope.module.stars.push(module ?? '', ...(module ? [] : ['']));
    for (const { path: name, alias } of names)
      scope.bind(alias ?? name, () => (module ? { kind: 'member', path: `${module}.${name}` } : undefined));
  }

  #function(node: Extract<Node, { kind: 'Def' | 'Lambda' | 'Comprehension' }>, outer: Scope): void {
    const scope = new Scope('function', outer);
    this.scopes.set(node, scope);
    if (node.kind === 'Comprehension') {
      for (const clause of node.clauses)
        if (clause.kind === 'for') this.#bind(clause.target, scope, this.#elementOf(clause.iterable, outer));
    } else this.#parameters(node, scope, outer);
    for (const child of childrenOf(node)) this.visit(child, scope);
  }

  #parameters(node: Extract<Node, { kind: 'Def' | 'Lambda' }>, scope: Scope, outer: Scope): void {
    const [first] = node.parameters.list;
    const path = node.kind === 'Def' && node.decorators.length === 0 ? this.#paths.get(outer) : undefined;
    for (const parameter of node.parameters.list) {
      const isSelf = parameter === first && path !== undefined;
      scope.bind(parameter.name, () => (isSelf ? { kind: 'instance', path } : undefined));
    }
  }

  #class(node: Extract<Node, { kind: 'Class' }>, outer: Scope): void {
    const scope = new Scope('class', outer);
    this.scopes.set(node, scope);
    const path = `#${this.classes.size + 1}`;
    this.#paths.set(scope, path);
    this.classes.set(path, scope);
    const plain = node.bases.length === 0;
    outer.bind(node.name, () => (plain ? { kind: 'member', path } : undefined));
    const before = this.#self;
    for (const child of childrenOf(node)) {
      const self = child.kind === 'Def' ? child.parameters.list[0]?.name : undefined;
      this.#self = self === undefined ? undefined : { name: self, fields: scope };
      this.visit(child, scope);
    }
    this.#self = before;
  }
}
