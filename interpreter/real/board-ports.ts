/** Where a RealDevice gets its ports: whoever owns them (a process with serialport, a page with WebSerial) implements this. */

import type { PortSummary } from '#common/host/host.ts';
import type { Transport } from '#common/transport/transport.ts';
import type { LinePolicy } from './line-policy.ts';

export interface BoardPorts {
  /** Those that are there now. */
  list(): Promise<readonly PortSummary[]>;
  /** A closed transport, which drives DTR and RTS as the policy says when it opens and closes. The caller disposes it. */
  create(port: PortSummary): Transport;
  policy(port: PortSummary): LinePolicy;
}
