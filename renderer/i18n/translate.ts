/** Typed messages: `{name}` placeholders become required parameters, plurals follow Intl.PluralRules. Knows no framework. */

/** A message that depends on `count`. `other` is the fallback for every category that is not listed. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Message = string | Plural;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Names<M> = M extends string ? Placeholders<M> : 'count' | Placeholders<M[keyof M]>;
type Value<Name> = Name extends 'count' ? number : string | number;

/** Nothing for a plain message, one object with every placeholder otherwise. */
export type Parameters<M> = [Names<M>] extends [never]
  ? []
  : [values: { readonly [Name in Names<M> & string]: Value<Name> }];

export type Translate<Table> = <Key extends keyof Table>(
  key: Key,
  ...values: Parameters<Table[Key]>
) => string;

/**
 * Makes the lookup function of one language. `source` has every key and decides on the placeholders; `translation` says
 * the same in the language of `locale`, a BCP 47 tag. A key that it lacks falls back to the source.
 */
export function createTranslate<const Source extends Readonly<Record<string, Message>>>(
  source: Source,
  locale: string,
  translation: { readonly [Key in keyof Source]?: Message } = source,
): Translate<Source> {
  // Making these takes tens of milliseconds: who says nothing with a number does not wait for them.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const write = (value: string | number): string =>
    typeof value === 'number' ? (numbers ??= new Intl.NumberFormat(locale)).format(value) : value;
  const pick = (message: Plural, count: string | number | undefined): string =>
    message[(plurals ??= new Intl.PluralRules(locale)).select(Number(count ?? 0))] ?? message.other;
  return (key, ...rest) => {
    const values: Readonly<Record<string, string | number>> = rest[0] ?? {};
    const message: Message = translation[key] ?? source[key] ?? String(key);
    const text = typeof message === 'string' ? message : pick(message, values['count']);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      return value === undefined ? placeholder : write(value);
    });
  };
}
