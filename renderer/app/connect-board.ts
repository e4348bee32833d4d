/**
 * Makes the devices for boards on a cable, and the installer of their firmware: through the process behind the page where there is one,
 * else in the page itself, which then loads what that needs.
 */

import type { Host } from '#common/host/host.ts';
import { RemoteDevice } from '#interpreter/real/remote/remote-device.ts';
import { RemoteFirmware } from '#interpreter/real/remote/remote-firmware.ts';
import { type BoardWindow, findBoardChannels } from '../host/board-channels.ts';
import type { Services } from '../state/services.ts';
import type { BrowserSerial } from './web-serial-ports.ts';

export interface PageBoards extends Pick<Services, 'connectBoard' | 'choosePort' | 'firmware'> {
  /** The ports that the page itself has; undefined where the host knows better, or there are none. */
  readonly listPorts?: Host['listPorts'];
}

type BoardNavigator = Pick<Navigator, 'platform'> & { readonly serial?: BrowserSerial };

export async function pageBoards(
  page: BoardWindow & { readonly navigator: BoardNavigator },
): Promise<PageBoards> {
  const connect = findBoardChannels(page);
  if (connect)
    return {
      connectBoard: ({ path }) => new RemoteDevice(() => connect({ with: 'board', path })),
      firmware: new RemoteFirmware(() => connect({ with: 'firmware' })),
    };
  const { serial, platform } = page.navigator;
  if (!serial) return {};
  const { ownBoards } = await import('./own-boards.ts');
  return ownBoards(serial, platform);
}
