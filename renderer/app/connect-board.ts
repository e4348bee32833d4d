/** Makes the devices for boards on a cable: through the process behind the page where there is one, else in the page itself. */

import type { PortSummary } from '#common/host/host.ts';
import type { Device } from '#interpreter/device/device.ts';
import { RemoteDevice } from '#interpreter/real/remote/remote-device.ts';
import { type BoardWindow, findBoardChannels } from '../host/board-channels.ts';
import type { Services } from '../state/services.ts';

type BoardServices = Pick<Services, 'connectBoard' | 'choosePort'>;

export function boardServices(page: BoardWindow): BoardServices {
  const connect = findBoardChannels(page);
  if (!connect) return {};
  return { connectBoard: ({ path }: PortSummary): Device => new RemoteDevice(() => connect(path)) };
}
