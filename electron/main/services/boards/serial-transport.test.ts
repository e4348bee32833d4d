import * as nodePty from '@lydell/node-pty';
import { describe, expect, it } from 'vitest';
import { describeTransportContract } from '#common/transport/transport-contract.ts';
import { createSerialPorts } from './serial-ports.ts';

/** A true pseudo-terminal whose master sends everything back. */
interface Pty {
  readonly path: string;
  cut(): void;
}

/** What the package's types leave out. */
const { open: openPty } = nodePty as unknown as {
  open(options: { readonly encoding: null }): {
    readonly _pty: string;
    readonly master: NodeJS.ReadWriteStream & { destroy(): void };
    readonly slave: { destroy(): void };
  };
};

function echoingPty(): Pty {
  const { master, slave, _pty: path } = openPty({ encoding: null });
  // Whoever else holds the other end would take bytes away from the port.
  slave.destroy();
  master.on('error', () => undefined);
  master.on('data', (bytes: Buffer) => master.write(bytes));
  return { path, cut: () => master.destroy() };
}

const ports = createSerialPorts({ list: async () => [], env: {} });
const create = (path: string) => ports.create({ path, name: path });

describe.runIf(process.platform !== 'win32')('over a pseudo-terminal', () => {
  describeTransportContract('a serial port', () => {
    const { path, cut } = echoingPty();
    return { transport: create(path), cut };
  });

  it('is locked against others, and says which program has it', async () => {
    const { path, cut } = echoingPty();
    const [first, second] = [
      create(path),
      createSerialPorts({ list: async () => [], env: {} }).create({ path, name: '' }),
    ];
    await first.open();
    const error: unknown = await second.open().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TransportError', code: 'busy' });
    if (process.platform === 'linux')
      expect(error).toMatchObject({ problems: [{ message: expect.stringMatching(/is open in .*node/) }] });
    first.dispose();
    // One of the same process waits until it is closed.
    const third = create(path);
    await third.open();
    third.dispose();
    await ports.released();
    cut();
  });

  it('says that a port is not there, and no port at all', async () => {
    const error: unknown = await create('/dev/pinlab-none')
      .open()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'not-found',
      problems: [{ code: 'port-gone' }, { code: 'cable-charge-only' }],
    });
  });
});
