/** The names of one module, function, class or comprehension, and what each is known to be. Knows no board. */

import { isKnownClass, lacks, type BoardApi } from '#interpreter/boards/api/board-api.ts';
import type { Expression } from '../blocks/python/nodes.ts';
import { commonValue, type Value } from './value.ts';

type Binding = () => Value | undefined;

export class Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly parent: Scope | undefined;
  /** Names that belong to the module, by a `global` statement. */
  readonly globals = new Set<string>();
  /** Modules of which everything was imported by `*`. */
  readonly stars: string[] = [];
  readonly #bindings = new Map<string, Binding[]>();
  /** Being found out: a name that depends on itself is unknown. */
  readonly #open = new Set<string>();
  readonly #known = new Map<string, Value | undefined>();

  constructor(kind: Scope['kind'], parent?: Scope) {
    this.kind = kind;
    this.parent = parent;
  }

  get module(): Scope {
    return this.parent?.module ?? this;
  }

  bind(name: string, binding: Binding): void {
    if (this.parent && this.globals.has(name)) {
      this.module.bind(name, binding);
      return;
    }
    const all = this.#bindings.get(name);
    if (all) all.push(binding);
    else this.#bindings.set(name, [binding]);
  }

  /** What the name is here, if everything that gives it a value gives the same. */
  own(name: string): Value | undefined {
    if (this.#open.has(name)) return undefined;
    if (!this.#known.has(name)) {
      this.#open.add(name);
      this.#known.set(name, commonValue((this.#bindings.get(name) ?? []).map((binding) => binding())));
      this.#open.delete(name);
    }
    return this.#known.get(name);
  }

  has(name: string): boolean {
    return this.#bindings.has(name);
  }

  /** As Python looks names up: classes are passed over from inside their functions. */
  find(name: string): Value | undefined {
    if (this.has(name)) return this.own(name);
    let scope = this.globals.has(name) ? this.module : this.parent;
    while (scope && (scope.kind === 'class' || !scope.has(name))) scope = scope.parent;
    return scope ? scope.own(name) : this.#fromStar(name);
  }

  #fromStar(name: string): Value | undefined {
    const { stars } = this.module;
    const [module] = stars;
    return stars.length === 1 && module ? { kind: 'member', path: `${module}.${name}` } : undefined;
  }
}

/** The classes of the program itself: `#1` to what `self.name` is set to in its methods. */
export type OwnClasses = Map<string, Scope>;

/** What an expression is known to be. */
export function valueOf(expression: Expression, scope: Scope, classes: OwnClasses): Value | undefined {
  const value = (inner: Expression): Value | undefined => valueOf(inner, scope, classes);
  switch (expression.kind) {
    case 'Name':
      return scope.find(expression.name);
    case 'Attribute': {
      const object = value(expression.object);
      if (!object || object.kind === 'list') return undefined;
      if (object.kind !== 'instance') return { kind: 'member', path: `${object.path}.${expression.name}` };
      return classes.get(object.path)?.own(expression.name);
    }
    case 'Call': {
      const made = value(expression.function);
      if (made?.kind !== 'member') return undefined;
      const isClass = classes.has(made.path) || isKnownClass(made.path);
      return isClass ? { kind: 'instance', path: made.path } : undefined;
    }
    case 'Conditional':
      return commonValue([value(expression.then), value(expression.otherwise)]);
    case 'Walrus':
      return value(expression.value);
    case 'List':
    case 'Tuple': {
      const of = commonValue(expression.items.map(value));
      return of && { kind: 'list', of };
    }
    case 'Comprehension': {
      // In the scope round it: its own names do not hide classes in any program that means well.
      const of = expression.of === 'list' ? value(expression.element) : undefined;
      return of && { kind: 'list', of };
    }
    case 'Subscript': {
      const list = value(expression.object);
      return list?.kind === 'list' && expression.index.kind !== 'Slice' ? list.of : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether the board is known to lack what a path names, such as `machine.DAC`. */
export function lacksPath(api: BoardApi, path: string): boolean {
  const cut = path.lastIndexOf('.');
  return lacks(api, path.slice(0, Math.max(cut, 0)), path.slice(cut + 1));
}
