import { expect, it } from 'vitest';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { describeTransportContract } from '#common/transport/transport-contract.ts';
import { FakeBrowserPort } from './fake-browser-port.ts';
import { WebSerialTransport } from './web-serial-transport.ts';

const ON = { dtr: true, rts: true };
const OFF = { dtr: false, rts: false };

function create(port = new FakeBrowserPort()) {
  const timers = new ManualTimers();
  const lines = { open: [ON], close: [{ dtr: true, rts: false }, OFF] };
  return { port, timers, transport: new WebSerialTransport({ port, timers, lines }) };
}

describeTransportContract('a port of the browser', () => {
  const { port, transport } = create();
  return { transport, cut: () => port.unplug() };
});

it('drives the lines, and closes behind them', async () => {
  const { port, transport } = create();
  await transport.open();
  await transport.close();
  expect(port.record).toEqual(['open', '11', '10', '00', 'close']);
});

it('reads on where the line was noisy', async () => {
  const { port, transport } = create();
  await transport.open();
  const heard = new Promise((resolve) => transport.onData((bytes) => resolve([...bytes])));
  port.makeNoise();
  await transport.write(new Uint8Array([7]));
  expect(await heard).toEqual([7]);
  expect(transport.isOpen).toBe(true);
  transport.dispose();
});

it('closes the port of a board that is gone, so that it can be opened when it is back', async () => {
  const { port, transport } = create();
  await transport.open();
  const gone = new Promise((resolve) => transport.onClose(({ cause }) => resolve(cause)));
  port.unplug();
  expect(await gone).toMatchObject({ code: 'disconnected' });
  await transport.open();
  expect(port.record.filter((what) => what === 'close' || what === 'open')).toEqual([
    'open',
    'close',
    'open',
  ]);
  transport.dispose();
});

it.each([
  ['NetworkError', 'busy'],
  ['InvalidStateError', 'busy'],
  ['SecurityError', 'permission-denied'],
  ['SomethingElse', 'not-found'],
])('says of %s: %s', async (name, code) => {
  const { port, transport } = create();
  port.refuse = name;
  await expect(transport.open()).rejects.toMatchObject({
    name: 'TransportError',
    code,
    problems: [{ fix: expect.stringContaining('Close other pages') }],
  });
});
