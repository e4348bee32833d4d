/** `pinlab serve`: the app for a browser on this computer, over the same services as the desktop app. */

import { createBoardService } from '#electron/main/services/boards/board-service.ts';
import { createFileHost } from '#electron/main/services/file-host.ts';

import { type LocalServer, startLocalServer } from './local-server.ts';

export interface ServeOptions {
  /** Absent: the first free one from 7465 on. 0: any free one. A busy port that was asked for is an error. */
  readonly port?: number;
  /** Where projects, results and settings are kept; made where it is missing. */
  readonly dataDir: string;
  /** Folder of the built page, with index.html. */
  readonly rendererDir: string;
  /** Folder with one folder a curriculum. */
  readonly lessonsDir: string;
}

/** @throws PinlabError `not-built`, `port-busy` or `port-refused`, each with one sentence saying what to do */
export function startServer({ port, dataDir, rendererDir, lessonsDir }: ServeOptions): Promise<LocalServer> {
  const host = createFileHost({ dataDir, lessonsDir });
  return startLocalServer({ port, rendererDir, host, boards: createBoardService(dataDir) });
}
