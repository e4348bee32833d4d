/** What a board's link does, in words. Knows the state, no view. */

import type { LinkState } from '#interpreter/device/link.ts';
import { t } from '../../i18n/t.ts';
import type { PortChoice } from '../../state/boards.svelte.ts';

export type PortState = 'free' | 'connecting' | 'ready' | 'running' | 'stopping' | 'lost' | 'failed';

export function portStateOf({ session, isMissing }: PortChoice): PortState {
  if (!session) return 'free';
  const { link, status, fault } = session;
  if (link.kind === 'closed') return fault ? 'failed' : isMissing ? 'lost' : 'free';
  if (link.kind === 'ready') return isMissing ? 'lost' : status === 'running' ? 'running' : 'ready';
  return link.kind;
}

/** What is going on with a board, or undefined where nothing is: then it is connected, or it is not. */
export function linkWords(link: LinkState): string | undefined {
  switch (link.kind) {
    case 'connecting':
      return t(`link.${link.step}`);
    case 'stopping':
      return t(`linkStop.${link.step}`);
    case 'lost':
      return t('link.lost');
    case 'closed':
    case 'ready':
      return undefined;
  }
}
