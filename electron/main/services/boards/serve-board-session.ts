/** Puts what a session is with behind its channel. Knows no wall. */

import type { BoardTopic } from '#common/host/board-call.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import { serveDevice } from '#interpreter/real/remote/serve-device.ts';
import { serveFirmware } from '#interpreter/real/remote/serve-firmware.ts';

import type { BoardService } from './board-service.ts';

/** The session ends with its channel. */
export function serveBoardSession(channel: SessionChannel, topic: BoardTopic, boards: BoardService): void {
  if (topic.with === 'firmware') serveFirmware(channel, boards.firmware);
  else serveDevice(channel, () => boards.createDevice(topic.path));
}
