/** The imports of one program: gathered while statements are generated, written once at the top. */

/** Pins come first, since all other hardware hangs on them; the rest is alphabetical. */
const FIRST = ['Pin'];

export class ImportTable {
  readonly #names = new Map<string, Set<string>>();
  readonly #modules = new Set<string>();
  readonly #taken: ReadonlySet<string>;

  /** `taken`: names that the program itself gives to variables and functions. */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  /** How the program refers to `name` of `module`: `sleep`; `time.sleep` where a variable is called `sleep`. */
  use(module: string, name: string): string {
    if (!this.#taken.has(name)) {
      const names = this.#names.get(module) ?? new Set();
      this.#names.set(module, names.add(name));
      return name;
    }
    if (!this.#taken.has(module)) {
      this.#modules.add(module);
      return `${module}.${name}`;
    }
    const alias = this.#free(`${module}_${name}`);
    const names = this.#names.get(module) ?? new Set();
    this.#names.set(module, names.add(`${name} as ${alias}`));
    return alias;
  }

  /** Whole modules first, then names; each in alphabetical order of modules. */
  lines(): string[] {
    const modules = [...this.#modules].sort().map((module) => `import ${module}`);
    const names = [...this.#names.keys()].sort().map((module) => {
      const imported = [...(this.#names.get(module) ?? [])].sort(byImportance);
      return `from ${module} import ${imported.join(', ')}`;
    });
    return [...modules, ...names];
  }

  #free(name: string): string {
    return this.#taken.has(name) ? this.#free(`${name}_`) : name;
  }
}

function byImportance(a: string, b: string): number {
  const rank = (name: string): number => (FIRST.includes(name) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
