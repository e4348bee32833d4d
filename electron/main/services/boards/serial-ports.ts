/** The ports of this process for boards: listed, opened as each kind of board needs it, and closed in order. */

import type { PortSummary } from '#common/host/host.ts';
import type { Timers } from '#common/time/timers.ts';
import type { TransportError } from '#common/transport/transport-error.ts';
import type { BoardPorts } from '#interpreter/real/board-ports.ts';
import { LINE_CHOICES, type LineChoice, linePolicy } from '#interpreter/real/line-policy.ts';

import { systemTimers } from '../system-timers.ts';
import { groupOf, holdersOf } from './linux-facts.ts';
import { explainPort } from './port-advice.ts';
import { PortClaims } from './port-claims.ts';
import { type OpenSerialPort, openSerialPort } from './serial-binding.ts';
import { serialErrorCode } from './serial-errors.ts';
import { SerialTransport } from './serial-transport.ts';

export interface SerialPorts extends BoardPorts {
  /** Resolves when every port that was let go of is closed. */
  released(): Promise<void>;
}

export interface SerialPortsOptions {
  readonly list: () => Promise<readonly PortSummary[]>;
  readonly platform?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timers?: Timers;
  readonly open?: OpenSerialPort;
}

export function createSerialPorts({
  list,
  platform = process.platform,
  env = process.env,
  timers = systemTimers,
  open = openSerialPort,
}: SerialPortsOptions): SerialPorts {
  const claims = new PortClaims();
  const choice = lineChoice(env['PINLAB_LINES']);
  const policy = ({ vendorId, productId }: PortSummary) =>
    linePolicy({ vendorId, productId, platform, choice });
  const explain = async (port: PortSummary, error: Error): Promise<TransportError> => {
    const { path, vendorId } = port;
    const code = serialErrorCode(error, platform);
    const ports = await list().catch(() => []);
    return explainPort(code, {
      path,
      vendorId,
      platform,
      words: error.message,
      group: platform === 'linux' && code === 'permission-denied' ? await groupOf(path) : undefined,
      holders: platform === 'linux' && code === 'busy' ? await holdersOf(path) : undefined,
      hasNoUsbPort: !ports.some((candidate) => candidate.vendorId !== undefined || candidate.virtual),
    });
  };
  return {
    list,
    policy,
    create: (port) =>
      new SerialTransport({
        path: port.path,
        policy: policy(port),
        platform,
        timers,
        open,
        claims,
        explain: (error) => explain(port, error),
      }),
    released: () => claims.allReleased(),
  };
}

function lineChoice(text: string | undefined): LineChoice | undefined {
  return text !== undefined && Object.hasOwn(LINE_CHOICES, text) ? (text as LineChoice) : undefined;
}
