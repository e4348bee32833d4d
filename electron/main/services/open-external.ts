/** Opens web and mail addresses in the system's own programs. Which addresses are allowed stands in the host table. */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import type { Host, HostErrorCode } from '#common/host/host.ts';

export type ExternalOpener = Pick<Host, 'openExternal'>;

/** @param open asks the system; absent where the caller has a browser of its own at hand. */
export function createExternalOpener(open?: (address: string) => Promise<unknown>): ExternalOpener {
  return {
    async openExternal(address) {
      try {
        if (!open) throw new Error('this host opens no addresses');
        await open(address);
      } catch (error) {
        const message = `This computer could not open ${address}. Copy the address into a browser.`;
        throw new PinlabError<HostErrorCode>('not-supported', message, { cause: error });
      }
    },
  };
}
