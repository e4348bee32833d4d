/** How a program reaches the things of modules while it is written: by the imports it has, or by new ones. */

import type { Names } from './names.ts';

/** Modules with a dot in their name, which paths would otherwise split wrongly. */
const DOTTED_MODULES = ['umqtt.simple', 'umqtt.robust', 'os.path'];

/** Modules whose functions say what they do only with the module in front: `requests.get`, `asyncio.sleep`. */
const WHOLE = new Set(
  '_thread asyncio binascii gc json music network ntptime os radio requests socket struct'.split(' '),
);

/** Pins come first, since all other hardware hangs on them; the rest is alphabetical. */
const FIRST = ['Pin'];

export class Imports {
  readonly #names: Names;
  readonly #taken: ReadonlySet<string>;
  /** Module -> names to import from it. */
  readonly #new = new Map<string, Set<string>>();
  readonly #newModules = new Set<string>();

  /** `taken`: names that the blocks give to variables and functions. */
  constructor(names: Names, taken: ReadonlySet<string>) {
    this.#names = names;
    this.#taken = taken;
  }

  /**
   * The text that stands for a dotted path. A path without a dot is a name of Python itself. `isOld`: the program says it
   * already, so that nothing is imported for it; boards have some modules in place.
   */
  path(path: string, isOld: boolean): string {
    const [module, name, rest] = split(path);
    if (name === undefined) return path;
    const reached = this.#names.reach(module, name) ?? (isOld ? `${module}.${name}` : undefined);
    return (reached ?? this.#use(module, name)) + rest;
  }

  /** Names to add to what is imported already, by module. */
  get names(): ReadonlyMap<string, readonly string[]> {
    return new Map([...this.#new].map(([module, names]) => [module, sortNames([...names])]));
  }

  get modules(): readonly string[] {
    return [...this.#newModules].sort();
  }

  #use(module: string, name: string): string {
    if (!this.#taken.has(name) && !WHOLE.has(module) && this.#isFree(module, name)) {
      this.#add(module, name);
      return name;
    }
    if (!this.#taken.has(module)) {
      this.#newModules.add(module);
      return `${module}.${name}`;
    }
    const alias = this.#free(`${module.replaceAll('.', '_')}_${name}`);
    this.#add(module, `${name} as ${alias}`);
    return alias;
  }

  #add(module: string, name: string): void {
    this.#new.set(module, (this.#new.get(module) ?? new Set()).add(name));
  }

  /** No other module gives something of this name. */
  #isFree(module: string, name: string): boolean {
    return [...this.#new].every(([other, names]) => other === module || !names.has(name));
  }

  #free(name: string): string {
    return this.#taken.has(name) ? this.#free(`${name}_`) : name;
  }
}

/** Whole modules first, then names; each in alphabetical order of modules. */
export function importLines(imports: Pick<Imports, 'modules' | 'names'>): string[] {
  const modules = imports.modules.map((module) => `import ${module}`);
  const names = [...imports.names].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...modules, ...names.map(([module, list]) => `from ${module} import ${list.join(', ')}`)];
}

function sortNames(names: readonly string[]): string[] {
  const rank = (name: string): number => (FIRST.includes(name) ? 0 : 1);
  return [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** `machine.Pin.OUT` is `Pin` of `machine`, then `.OUT`. */
function split(path: string): [module: string, name: string | undefined, rest: string] {
  const dotted = DOTTED_MODULES.find((module) => path.startsWith(`${module}.`));
  const segments = (dotted ? path.slice(dotted.length + 1) : path).split('.');
  const module = dotted ?? segments.shift() ?? '';
  const [name, ...rest] = segments;
  return [module, name, rest.map((segment) => `.${segment}`).join('')];
}
