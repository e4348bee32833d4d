/** Goes through one file of a program and writes down what a board is known to lack. Knows no sentence. */

import {
  type BoardApi,
  homesOf,
  isKnownModule,
  lacks,
  neededVersion,
} from '#interpreter/boards/api/board-api.ts';
import type {
  CallNode,
  Expression,
  ImportStatement,
  Module,
  Span,
  Statement,
} from '../blocks/python/nodes.ts';
import { lineAt } from '../blocks/python/problem.ts';
import { bindNames, type Scopes } from './bind-names.ts';
import type { BoardFinding, FindingKind } from './finding.ts';
import { asksForBoard, boardAnswers, catchesMissing, isOff, leaves } from './guards.ts';
import { insteadOf } from './instead.ts';
import { canBeInstalled, foldModule } from './modules.ts';
import { childrenOf, type Node, someNode } from './nodes-in.ts';
import { lacksPath, type Scope, valueOf } from './scope.ts';

export interface FileToCheck {
  readonly file: string;
  readonly module: Module;
  readonly api: BoardApi;
  /** Modules of the program itself, by the first part of their names. */
  readonly own: ReadonlySet<string>;
  /** Modules in the board's files; undefined where they are not known, so that no file is called missing. */
  readonly installed: ReadonlySet<string> | undefined;
}

interface Place {
  readonly scope: Scope;
  /** Nothing here is called missing. */
  readonly quiet: boolean;
}

export function findMissing(options: FileToCheck): readonly BoardFinding[] {
  const finder = new MissingFinder(options);
  finder.run();
  return finder.findings;
}

class MissingFinder {
  readonly findings: BoardFinding[] = [];
  readonly #options: FileToCheck;
  readonly #scopes: Scopes;
  readonly #answers: ReadonlySet<string>;
  /** Names of attributes that the program sets itself. */
  readonly #set = new Set<string>();
  readonly #asks: boolean;

  constructor(options: FileToCheck) {
    this.#options = options;
    const { items } = options.module;
    this.#scopes = bindNames(items, (path) => (this.#isOwn(path) ? undefined : foldModule(path)));
    this.#answers = boardAnswers(items);
    this.#asks = items.some((item) => someNode(item, (node) => this.#isQuestion(node)));
    for (const item of items) someNode(item, (node) => this.#noteSetting(node));
  }

  run(): void {
    this.#block(this.#options.module.items, { scope: this.#scopes.module, quiet: false });
  }

  #isQuestion(node: Node): boolean {
    const isExpression = node.kind === 'Name' || node.kind === 'Attribute';
    return isExpression && asksForBoard(node, this.#answers);
  }

  #noteSetting(node: Node): boolean {
    if (node.kind === 'Assign')
      for (const target of node.targets) if (target.kind === 'Attribute') this.#set.add(target.name);
    return false;
  }

  #isOwn(path: string): boolean {
    const { own, installed } = this.#options;
    const first = path.split('.', 1)[0] ?? '';
    return first === '' || own.has(first) || (installed?.has(first) ?? false);
  }

  #block(items: readonly Statement[], place: Place): void {
    let { quiet } = place;
    for (const item of items) {
      this.#visit(item, { scope: place.scope, quiet });
      // `if not hasattr(…): return` guards what stands below.
      const guards =
        item.kind === 'If' &&
        item.branches.some(({ test, body }) => leaves(body) && asksForBoard(test, this.#answers));
      quiet ||= guards;
    }
  }

  #visit(node: Node, place: Place): void {
    if (node.kind === 'Import') this.#import(node, place);
    else if (node.kind === 'FromImport') this.#importFrom(node, place);
    else if (node.kind === 'If') this.#if(node, place);
    else if (node.kind === 'Try') this.#try(node, place);
    else if (node.kind === 'Logic' || node.kind === 'Conditional') this.#choice(node, place);
    else this.#plain(node, place);
  }

  #plain(node: Node, place: Place): void {
    if (node.kind === 'Attribute') this.#attribute(node, place);
    if (node.kind === 'Call') this.#pin(node, place);
    const scope = this.#scopes.of.get(node) ?? place.scope;
    // In a program that asks for its board, a function may be meant for another one.
    const quiet = place.quiet || (this.#asks && (node.kind === 'Def' || node.kind === 'Class'));
    const inside = { scope, quiet };
    if ('body' in node && node.kind !== 'Lambda') {
      const { body, ...header } = node;
      for (const child of childrenOf(header)) this.#visit(child, inside);
      this.#block(body.items, inside);
    } else for (const child of childrenOf(node)) this.#visit(child, inside);
  }

  #if(node: Extract<Node, { kind: 'If' }>, place: Place): void {
    const asks = node.branches.some(({ test }) => asksForBoard(test, this.#answers));
    for (const { test, body } of node.branches) {
      this.#visit(test, { ...place, quiet: place.quiet || asks });
      const off = isOff(test, this.#options.module.items);
      this.#block(body.items, { ...place, quiet: place.quiet || asks || off });
    }
    if (node.otherwise) this.#block(node.otherwise.items, { ...place, quiet: place.quiet || asks });
  }

  #try(node: Extract<Node, { kind: 'Try' }>, place: Place): void {
    const quiet = place.quiet || catchesMissing(node);
    this.#block(node.body.items, { ...place, quiet });
    for (const { body } of node.handlers) this.#block(body.items, { ...place, quiet });
    if (node.otherwise) this.#block(node.otherwise.items, { ...place, quiet });
    if (node.finally) this.#block(node.finally.items, place);
  }

  #choice(node: Extract<Node, { kind: 'Logic' | 'Conditional' }>, place: Place): void {
    const quiet = place.quiet || asksForBoard(node, this.#answers);
    for (const child of childrenOf(node)) this.#visit(child, { ...place, quiet });
  }

  #import({ names }: ImportStatement, place: Place): void {
    for (const { path, from } of names) this.#module(path, { from, to: from + path.length }, place);
  }

  #importFrom(node: Extract<Node, { kind: 'FromImport' }>, place: Place): void {
    const missing = this.#module(node.module, node.moduleSpan, place);
    if (missing || this.#isOwn(node.module)) return;
    for (const { path, from } of node.names)
      this.#name('missing-name', foldModule(node.module), path, { from, to: from + path.length }, place);
  }

  /** True where the module was called missing. */
  #module(path: string, at: Span, place: Place): boolean {
    const { api, installed } = this.#options;
    if (place.quiet || this.#isOwn(path)) return false;
    const folded = foldModule(path);
    const first = folded.split('.', 1)[0] ?? folded;
    const known = isKnownModule(first);
    if (known && !lacks(api, '', first)) return this.#version(path, at);
    if (!known || canBeInstalled(first)) {
      if (!installed) return false;
      this.#add('unknown-module', first, at);
    } else this.#add('missing-module', first, at);
    return true;
  }

  #version(path: string, at: Span): boolean {
    const since = neededVersion(this.#options.api, path);
    if (since) this.#add('newer-version', path, at, since);
    return since !== undefined;
  }

  #attribute(node: Extract<Node, { kind: 'Attribute' }>, place: Place): void {
    const object = valueOf(node.object, place.scope, this.#scopes.classes);
    if (!object || object.kind === 'list' || this.#set.has(node.name)) return;
    const kind = object.kind === 'instance' ? 'missing-method' : 'missing-name';
    this.#name(kind, object.path, node.name, node.nameSpan, place);
  }

  #name(kind: FindingKind, owner: string, name: string, at: Span, place: Place): void {
    const { api } = this.#options;
    const path = `${owner}.${name}`;
    // What is in a missing module or class was told where that was named.
    if (place.quiet || lacksOwner(api, owner)) return;
    if (lacks(api, owner, name)) this.#add(kind, path, at);
    else this.#version(path, at);
  }

  #pin(node: CallNode, place: Place): void {
    const { pins } = this.#options.api;
    const made = valueOf(node.function, place.scope, this.#scopes.classes);
    const first = node.arguments[0];
    if (!pins || place.quiet || made?.kind !== 'member' || made.path !== 'machine.Pin') return;
    if (!first || first.name || first.star) return;
    const { value } = first;
    const text = this.#options.module.text.slice(value.from, value.to);
    if (value.kind === 'Number' && /^\d+$/.test(value.source)) {
      const number = Number(value.source);
      if (!pins.numbers.some(([least, most]) => number >= least && number <= most))
        this.#add('missing-pin', text, value);
      else if (number === pins.noLed && isOutput(node)) this.#add('other-pin', text, value);
    } else if (!pins.led && /^(['"])LED\1$/.test(text)) this.#add('missing-pin', text, value);
  }

  #add(kind: FindingKind, name: string, at: Span, since?: string): void {
    const { file, module, api } = this.#options;
    const { from, to } = at;
    const lineStart =
      Math.max(module.text.lastIndexOf('\n', from - 1), module.text.lastIndexOf('\r', from - 1)) + 1;
    const cut = name.lastIndexOf('.');
    this.findings.push({
      kind,
      file,
      line: lineAt(module.text, from),
      column: from - lineStart + 1,
      from,
      to,
      name,
      instead: insteadOf(kind, name, api),
      elsewhere: homesOf(name.slice(0, Math.max(cut, 0)), name.slice(cut + 1)),
      ...(since && { since }),
    });
  }
}

function lacksOwner(api: BoardApi, owner: string): boolean {
  const parts = owner.split('.');
  return parts.some((_, index) => lacksPath(api, parts.slice(0, index + 1).join('.')));
}

/** `Pin(25, Pin.OUT)`: only then it is meant to light something. */
function isOutput(node: CallNode): boolean {
  return node.arguments.some(
    ({ value }: { readonly value: Expression }) => value.kind === 'Attribute' && value.name === 'OUT',
  );
}
