/** `source`: how the program is written. For what a run cannot show; behavior is never judged by text. */

import { type CheckKind } from './check-kind.ts';
import { findTokens, pythonTokens } from './python-tokens.ts';

export const SOURCE: CheckKind = {
  name: 'source',
  judges: 'text',
  needsMessage: true,
  read(fields) {
    const uses = fields.texts('uses');
    const avoids = fields.texts('avoids');
    if (uses.length + avoids.length === 0) {
      fields.problem(
        'missing-field',
        'This check wants nothing of the text.',
        'Add `uses: [while]` or `avoids: [delay]`.',
      );
      return undefined;
    }
    return {
      needs: [],
      judge({ source }) {
        const files = Object.entries(source).filter(([name]) => name.endsWith('.py'));
        const find = (pattern: string): number | undefined => {
          for (const [, text] of files) {
            const line = findTokens(pythonTokens(text), pattern);
            if (line !== undefined) return line;
          }
          return undefined;
        };
        const missing = uses.find((pattern) => find(pattern) === undefined);
        if (missing !== undefined)
          return { kind: 'failed', measured: `no \`${missing}\``, wanted: `\`${missing}\`` };
        const unwanted = avoids.find((pattern) => find(pattern) !== undefined);
        if (unwanted === undefined) return { kind: 'passed' };
        const line = find(unwanted);
        const pointer = { at: 0, ...(line !== undefined && { line }) };
        return {
          kind: 'failed',
          measured: `\`${unwanted}\` in line ${line}`,
          wanted: `no \`${unwanted}\``,
          pointer,
        };
      },
    };
  },
};
