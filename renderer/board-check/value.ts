/** What a name of a program is known to be. Everything that is not sure is unknown, which is `undefined`. */

export type Value =
  /** A module of MicroPython. */
  | { readonly kind: 'module'; readonly path: string }
  /** What stands in a module or class: `machine.Pin`, `machine.Pin.OUT`; or a class of the program's own, `#3`. */
  | { readonly kind: 'member'; readonly path: string }
  /** An object made from a class. */
  | { readonly kind: 'instance'; readonly path: string }
  /** A list or tuple of such values. */
  | { readonly kind: 'list'; readonly of: Value };

export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (!one || !other) return false;
  if (one.kind === 'list' || other.kind === 'list')
    return one.kind === 'list' && other.kind === 'list' && sameValue(one.of, other.of);
  return one.kind === other.kind && one.path === other.path;
}

/** The value of all of them; undefined where they differ or there is none. */
export function commonValue(values: readonly (Value | undefined)[]): Value | undefined {
  const [first] = values;
  return values.every((value) => sameValue(first, value)) ? first : undefined;
}
