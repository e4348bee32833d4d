/** Finds a port on 127.0.0.1 for a server. */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PinlabError } from '#common/errors/pinlab-error.ts';
import { errorCode } from '#electron/main/services/file-system.ts';

export type ServeErrorCode = 'port-busy' | 'port-refused' | 'not-built';

/** PINL on a telephone's keys. */
const DEFAULT_PORT = 7465;
const NEIGHBORS = 20;

/**
 * Listens on `port`, or where none is given on the first free one from DEFAULT_PORT on. 0 means any free port.
 * @returns the port
 * @throws PinlabError `port-busy` or `port-refused`
 */
export async function listen(server: Server, port?: number): Promise<number> {
  if (port !== undefined) return listenOn(server, port);
  for (let candidate = DEFAULT_PORT; candidate < DEFAULT_PORT + NEIGHBORS; candidate++) {
    try {
      return await listenOn(server, candidate);
    } catch (error) {
      if (!(error instanceof PinlabError)) throw error;
    }
  }
  return listenOn(server, 0);
}

async function listenOn(server: Server, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    server.removeAllListeners('error');
    throw portError(error, port);
  }
  // A server that listens on a port has such an address.
  return (server.address() as AddressInfo).port;
}

function portError(error: unknown, port: number): unknown {
  const advice = 'Choose another one with --port, or leave --port away.';
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new PinlabError<ServeErrorCode>(
        'port-busy',
        `Port ${port} is used by another program. ${advice}`,
      );
    case 'EACCES':
      return new PinlabError<ServeErrorCode>(
        'port-refused',
        `This account may not use port ${port}. ${advice}`,
      );
    case 'ERR_SOCKET_BAD_PORT':
      return new PinlabError<ServeErrorCode>('port-refused', `A port is a number from 0 to 65535. ${advice}`);
    default:
      return error;
  }
}
