/**
 * What the names of a program stand for: imports, own names, and the class of each object, as far as reading alone can tell.
 * A name that is assigned twice with different classes has none.
 */

import type { Body, Expression, Statement } from '../python/nodes.ts';
import { kindOfCall, kindOfLiteral, MODULE } from './kinds.ts';
import { STARRED } from './starred.ts';

/** Old names of modules, which mean the same. Source: MicroPython docs, "MicroPython libraries". */
const OLD_NAMES: Readonly<Record<string, string>> = {
  utime: 'time',
  urandom: 'random',
  uos: 'os',
  ujson: 'json',
  ustruct: 'struct',
  usocket: 'socket',
  uasyncio: 'asyncio',
  ubinascii: 'binascii',
  urequests: 'requests',
  umachine: 'machine',
  uselect: 'select',
  usys: 'sys',
  umath: 'math',
};

const SOCKET = 'socket.socket';

export class Names {
  /** Local name -> dotted path. */
  readonly #imported = new Map<string, string>();
  readonly #starred = new Set<string>();
  /** Names that `import` binds. */
  readonly #modules = new Set<string>();
  /** Variables, functions, classes and parameters of the program. */
  readonly own = new Set<string>();
  readonly #kinds = new Map<string, string>();

  constructor(items: readonly Statement[]) {
    for (const statement of statementsOf(items)) this.#readImport(statement);
    for (const statement of statementsOf(items)) this.#readNames(statement);
  }

  /** Dotted path of a name or attribute, imports resolved; undefined where it is none or the program's own. */
  path(node: Expression): string | undefined {
    if (node.kind === 'Name') return this.#nameOf(node.name);
    if (node.kind !== 'Attribute') return undefined;
    const object = this.path(node.object);
    return object === undefined ? undefined : `${object}.${node.name}`;
  }

  /** Class of an object: `machine.Pin` for `Pin(2)`, for a name that holds one and for `self.led`. */
  kind(node: Expression): string | undefined {
    if (node.kind === 'Call') return kindOfCall(this.path(node.function));
    const key = keyOf(node);
    if (key === undefined) return kindOfLiteral(node);
    if (this.#modules.has(key) && !this.own.has(key)) return MODULE;
    const kind = this.#kinds.get(key);
    return kind === '' ? undefined : kind;
  }

  /** Names that stand for something else than they did: statements with such a name must be read again. */
  changedSince(before: Names): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [now, old] of [
      [this.#imported, before.#imported],
      [this.#kinds, before.#kinds],
    ] as const) {
      for (const [name, value] of now) if (old.get(name) !== value) changed.add(lastName(name));
      for (const name of old.keys()) if (!now.has(name)) changed.add(lastName(name));
    }
    for (const [now, old] of [
      [this.own, before.own],
      [before.own, this.own],
    ] as const) {
      for (const name of now) if (!old.has(name)) changed.add(name);
    }
    for (const module of new Set([...this.#starred, ...before.#starred])) {
      if (this.#starred.has(module) !== before.#starred.has(module))
        for (const name of STARRED[module] ?? []) changed.add(name);
    }
    return changed;
  }

  /** How the program reaches `module.name` already, with what it imports: `Pin`, `machine.Pin`; undefined where it cannot. */
  reach(module: string, name: string): string | undefined {
    const path = `${module}.${name}`;
    const direct = [...this.#imported].find(([, found]) => found === path);
    if (direct && !this.own.has(direct[0])) return direct[0];
    const whole = [...this.#imported].find(([, found]) => found === module);
    if (whole && !this.own.has(whole[0])) return `${whole[0]}.${name}`;
    if (this.#starred.has(module) && STARRED[module]?.includes(name) && !this.own.has(name)) return name;
    return undefined;
  }

  #nameOf(name: string): string | undefined {
    const imported = this.#imported.get(name);
    if (imported !== undefined) return this.own.has(name) ? undefined : imported;
    if (this.own.has(name)) return undefined;
    for (const module of this.#starred) if (STARRED[module]?.includes(name)) return `${module}.${name}`;
    return canonical(name);
  }

  #readImport(statement: Statement): void {
    if (statement.kind === 'Import') {
      for (const { path, alias } of statement.names) {
        // `import a.b` binds `a`.
        const bound = alias === undefined ? (path.split('.')[0] ?? path) : path;
        this.#imported.set(alias ?? bound, canonical(bound));
        this.#modules.add(alias ?? bound);
      }
    }
    if (statement.kind !== 'FromImport') return;
    const module = canonical(statement.module);
    if (statement.names.length === 0) this.#starred.add(module);
    for (const { path, alias } of statement.names) this.#imported.set(alias ?? path, `${module}.${path}`);
  }

  #readNames(statement: Statement): void {
    switch (statement.kind) {
      case 'Assign':
        for (const target of statement.targets) this.#bind(target, statement.value);
        break;
      case 'Annotate':
        this.#bind(statement.target, statement.value);
        break;
      case 'Augment':
        this.#bind(statement.target);
        break;
      case 'For':
        this.#bind(statement.target);
        break;
      case 'With':
        for (const { target, context } of statement.items) if (target) this.#bind(target, context);
        break;
      case 'Try':
        for (const { name } of statement.handlers) if (name) this.#bind(name);
        break;
      case 'Def':
        this.own.add(statement.name);
        for (const { name } of statement.parameters.list) if (name) this.#forget(name);
        break;
      case 'Class':
        this.own.add(statement.name);
        break;
      default:
    }
  }

  #bind(target: Expression, value?: Expression): void {
    if (target.kind === 'Tuple' || target.kind === 'List') {
      for (const [index, item] of target.items.entries()) this.#bindItem(item, index, value);
      return;
    }
    if (target.kind === 'Star') return this.#bind(target.value);
    const key = keyOf(target);
    if (key === undefined) return;
    if (target.kind === 'Name') this.own.add(target.name);
    this.#note(key, this.#kindOfValue(value), value);
  }

  /** `connection, address = socket.accept()` gives a socket. */
  #bindItem(item: Expression, index: number, value?: Expression): void {
    const called = value?.kind === 'Call' ? value.function : undefined;
    const accepts = called?.kind === 'Attribute' && called.name === 'accept' && index === 0;
    const key = accepts && this.kind(called.object) === SOCKET ? keyOf(item) : undefined;
    this.#bind(item);
    if (key !== undefined) this.#kinds.set(key, SOCKET);
  }

  #kindOfValue(value?: Expression): string {
    const isTold = value?.kind === 'Call' || (value && kindOfLiteral(value) !== undefined);
    return (isTold ? this.kind(value) : undefined) ?? '';
  }

  #note(key: string, kind: string, value?: Expression): void {
    const known = this.#kinds.get(key);
    // `None` as a first value says nothing of the class.
    if (value?.kind === 'Constant' && value.value === 'None') return;
    this.#kinds.set(key, known === undefined || known === kind ? kind : '');
  }

  /** A parameter hides the variable of its name: its class is not known. */
  #forget(name: string): void {
    this.own.add(name);
    this.#kinds.set(name, '');
  }
}

export function canonical(module: string): string {
  return OLD_NAMES[module] ?? module;
}

/** Names and attributes of a name (`self.led`) hold objects. */
function keyOf(node: Expression): string | undefined {
  if (node.kind === 'Name') return node.name;
  if (node.kind !== 'Attribute' || node.object.kind !== 'Name') return undefined;
  return `${node.object.name}.${node.name}`;
}

/** Every statement, at any depth. */
export function* statementsOf(items: readonly Statement[]): Generator<Statement> {
  for (const item of items) {
    yield item;
    for (const body of bodiesOf(item)) yield* statementsOf(body.items);
  }
}

export function bodiesOf(statement: Statement): Body[] {
  switch (statement.kind) {
    case 'If':
      return [...statement.branches.map(({ body }) => body), ...some(statement.otherwise)];
    case 'While':
    case 'For':
      return [statement.body, ...some(statement.otherwise)];
    case 'Try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        ...some(statement.otherwise),
        ...some(statement.finally),
      ];
    case 'With':
    case 'Def':
    case 'Class':
      return [statement.body];
    default:
      return [];
  }
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function some(body: Body | undefined): Body[] {
  return body ? [body] : [];
}
