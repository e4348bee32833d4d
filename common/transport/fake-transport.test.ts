import { describe, expect, it } from 'vitest';
import { FakeTransport, type FakePeer, type FakeTransportOptions } from './fake-transport.ts';
import type { LineClock } from './fault-line.ts';
import { describeTransportContract } from './transport-contract.ts';

const ECHO: FakePeer = { onBytes: (bytes, send) => send(bytes) };

describeTransportContract('the recorded fake', () => {
  const transport = new FakeTransport({ peer: ECHO });
  return { transport, cut: () => transport.cut() };
});

/** Lets all bytes that are under way without delay arrive. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

/** Opens a line to an echoing peer and sends the bytes 0 to 9; gives the pieces that come back. */
async function echo(
  options: FakeTransportOptions,
): Promise<{ transport: FakeTransport; pieces: number[][] }> {
  const transport = new FakeTransport({ peer: ECHO, ...options });
  const pieces: number[][] = [];
  transport.onData((bytes) => pieces.push([...bytes]));
  await transport.open();
  await transport.write(Uint8Array.from({ length: 10 }, (_, i) => i));
  await settle();
  return { transport, pieces };
}

describe('a bad line', () => {
  it('drops chosen bytes', async () => {
    expect((await echo({ receiving: { drop: [0, 9] } })).pieces).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]]);
  });

  it('garbles chosen bytes', async () => {
    expect((await echo({ sending: { garble: [2] } })).pieces).toEqual([[0, 1, 0xfd, 3, 4, 5, 6, 7, 8, 9]]);
  });

  it('splits', async () => {
    expect((await echo({ receiving: { splitEvery: 4 } })).pieces).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  it('counts bytes over several writes', async () => {
    const { transport, pieces } = await echo({ sending: { drop: [11] } });
    await transport.write(new Uint8Array([20, 21, 22]));
    await settle();
    expect(pieces.at(-1)).toEqual([20, 22]);
  });

  it('breaks before the chosen byte, and delivers what came before', async () => {
    const { transport, pieces } = await echo({ receiving: { cutAt: 3 } });
    expect(pieces).toEqual([[0, 1, 2]]);
    expect(transport.isOpen).toBe(false);
    expect(transport.record.map(({ kind }) => kind)).toEqual(['open', 'write', 'cut']);
  });

  it('delays on the virtual clock', async () => {
    const alarms: { at: number; onDue: () => void }[] = [];
    const clock: LineClock = {
      now: () => 100,
      createAlarm: (onDue) => ({ schedule: (at) => alarms.push({ at, onDue }) }),
    };
    const { pieces } = await echo({ clock, receiving: { delay: 50, splitEvery: 5 } });
    expect(pieces).toEqual([]);
    expect(alarms.map(({ at }) => at)).toEqual([150, 150]);
    for (const { onDue } of alarms) onDue();
    expect(pieces).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ]);
    await expect(new FakeTransport({ receiving: { delay: 1 } }).open()).rejects.toThrow('needs a clock');
  });
});

describe('FakeTransport', () => {
  it('lets the peer speak first and react to signals', async () => {
    const peer: FakePeer = {
      onOpen: (send) => send(new Uint8Array([1])),
      onSignals: ({ dtr }, send) => send(new Uint8Array([dtr ? 2 : 3])),
    };
    const transport = new FakeTransport({ peer });
    const received: number[] = [];
    transport.onData((bytes) => received.push(...bytes));
    await transport.open();
    await transport.setSignals({ dtr: true, rts: false });
    await settle();
    expect(received).toEqual([1, 2]);
    expect(transport.record).toContainEqual({ kind: 'signals', signals: { dtr: true, rts: false } });
  });

  it('may refuse to open', async () => {
    const transport = new FakeTransport({ refuse: 'permission-denied' });
    await expect(transport.open()).rejects.toMatchObject({
      name: 'TransportError',
      code: 'permission-denied',
    });
  });

  it('loses what was under way when the line closes, also for the next session', async () => {
    const transport = new FakeTransport({ peer: ECHO });
    const received: number[] = [];
    transport.onData((bytes) => received.push(...bytes));
    await transport.open();
    await transport.write(new Uint8Array([1]));
    await transport.close();
    await transport.open();
    await settle();
    expect(received).toEqual([]);
    expect([...transport.written]).toEqual([1]);
  });
});
