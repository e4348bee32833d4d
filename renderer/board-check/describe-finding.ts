/** A finding in the words of the language in force. */

import type { BoardApi } from '#interpreter/boards/api/board-api.ts';
import { locale, t } from '../i18n/t.ts';
import type { BoardFinding, FindingKind } from './finding.ts';

export interface FindingWords {
  /** What is missing. */
  readonly what: string;
  /** What to do; undefined where there is no better advice than another board, which is not known either. */
  readonly instead: string | undefined;
}

type Say = (finding: BoardFinding, api: BoardApi) => string;

const missing: Say = ({ name }, { name: board }) => t('boardCheck.missingName', { name, board });

const WHAT: Readonly<Record<FindingKind, Say>> = {
  'missing-module': ({ name }, { name: board }) => t('boardCheck.missingModule', { name, board }),
  'unknown-module': ({ name }) => t('boardCheck.unknownModule', { name }),
  'missing-name': missing,
  'missing-method': missing,
  'newer-version': ({ name, since = '' }, { version = '' }) =>
    t('boardCheck.newerVersion', { name, since, version }),
  'missing-pin': ({ name }, { name: board }) => t('boardCheck.missingPin', { name, board }),
  'other-pin': ({ name }, { name: board }) => t('boardCheck.otherPin', { name, board }),
};

export function describeFinding(finding: BoardFinding, api: BoardApi): FindingWords {
  const { instead, elsewhere } = finding;
  const boards = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(elsewhere);
  const hint = elsewhere.length > 0 ? t('boardCheck.elsewhere', { boards }) : undefined;
  return { what: WHAT[finding.kind](finding, api), instead: instead ? t(`instead.${instead}`) : hint };
}

/** Both sentences as one text, for a mark in the program or a line of a terminal. */
export function findingSentence(finding: BoardFinding, api: BoardApi): string {
  const { what, instead } = describeFinding(finding, api);
  return instead ? `${what} ${instead}` : what;
}
