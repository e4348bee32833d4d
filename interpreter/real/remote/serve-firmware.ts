/** The installer's side of the wall: answers a page's calls, and tells it how its installing goes on. Knows no drive and no port. */

import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import { createRpc } from '#common/rpc/rpc.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import { FirmwareError, firmwareError, type FirmwareInstaller } from '../../device/firmware.ts';
import type { FirmwarePageSide, FirmwareSide } from './firmware-wall.ts';

/**
 * Serves one session. A page hears of its own installing alone, and cancels no other's. What is under way when the page goes is brought
 * to its end: a board with half of its firmware would be worse.
 * @param installer shared by all sessions; its owner's to end
 */
export function serveFirmware(channel: SessionChannel, installer: FirmwareInstaller): Disposable {
  const session = new DisposableStore();
  let isInstalling = false;
  const side: FirmwareSide = {
    inspect: (bytes, name) => installer.inspect(bytes, name),
    targets: () => installer.targets(),
    async install(targetId, bytes, name, options) {
      // A page chooses among what was found; it names nothing itself.
      const targets = await installer.targets();
      if (!targets.some(({ id }) => id === targetId)) throw firmwareError('no-target');
      isInstalling = true;
      try {
        return await installer.install(targetId, bytes, name, options);
      } finally {
        isInstalling = false;
      }
    },
    cancel: () => {
      if (isInstalling) installer.cancel();
    },
  };
  const page = createRpc<FirmwarePageSide>(channel, side, { errors: { FirmwareError } });
  session.add(channel);
  session.add(page);
  session.add(
    installer.onProgress((progress) => {
      if (isInstalling) page.notify('progressed', progress);
    }),
  );
  session.add(channel.onEnd(() => session.dispose()));
  return session;
}
