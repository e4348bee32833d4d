/** The serial ports of this computer, as the host tells of them. A system that cannot list them has none, and the log says why. */

import type { Host, PortSummary } from '#common/host/host.ts';

type PortLister = Pick<Host, 'listPorts'>;

export interface PortListerOptions {
  readonly list: () => Promise<readonly PortSummary[]>;
  readonly warn: (message: string) => void;
}

export function createPortLister({ list, warn }: PortListerOptions): PortLister {
  let lastWarning = '';
  return {
    async listPorts() {
      try {
        return await list();
      } catch (error) {
        // As on a computer without the native module. A page asks every second: it is said once.
        const warning = `The serial ports cannot be listed: ${error instanceof Error ? error.message : String(error)}`;
        if (warning !== lastWarning) warn(warning);
        lastWarning = warning;
        return [];
      }
    },
  };
}
