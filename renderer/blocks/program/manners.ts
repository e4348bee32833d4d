/** How the author of a program writes: line ends, indentation, quotes. */

import type { Module, Statement } from '../python/nodes.ts';
import { bodiesOf, statementsOf } from './names.ts';
import type { Manners } from './source.ts';

/** What new lines follow where a program shows no habit of its own. Source: PEP 8. */
const USUAL: Manners = { newline: '\n', indent: '    ', quote: "'" };

export function mannersOf({ text, items }: Module): Manners {
  const newline = /\r\n|\r|\n/.exec(text)?.[0] as Manners['newline'] | undefined;
  return {
    newline: newline ?? USUAL.newline,
    indent: firstIndent(items) ?? USUAL.indent,
    quote: quoteOf(text),
  };
}

/** Of the first body at the top of the program. */
function firstIndent(items: readonly Statement[]): string | undefined {
  for (const statement of statementsOf(items.filter((item) => bodiesOf(item).length > 0))) {
    const body = bodiesOf(statement).find(({ inline }) => !inline);
    if (body && items.includes(statement)) return body.indent;
  }
  return undefined;
}

/** The quotes that most text literals have. Those of several lines have three. */
function quoteOf(text: string): Manners['quote'] {
  const short = text.replace(/("""|''')[^]*?\1/g, '');
  const double = short.match(/"[^"\n]*"/g)?.length ?? 0;
  const single = short.match(/'[^'\n]*'/g)?.length ?? 0;
  return double > single ? '"' : "'";
}
