import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { lateChannel } from './late-channel.ts';
import { portChannel } from './port-channel.ts';
import { createRpc } from './rpc.ts';
import type { SessionChannel } from './session-channel.ts';

/** Two ends over a real message port. */
function pair(): readonly [SessionChannel, SessionChannel] {
  const { port1, port2 } = new MessageChannel();
  const channel = (port: typeof port1): SessionChannel =>
    portChannel({
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', listener),
      onClose: (listener) => void port.on('close', listener),
      close: () => port.close(),
    });
  return [channel(port1), channel(port2)];
}

const ended = (channel: SessionChannel): Promise<string> =>
  new Promise((resolve) => channel.onEnd(() => resolve('ended')));

describe('a session over a message port', () => {
  it('carries calls and bytes, and ends on the other side', async () => {
    const [near, far] = pair();
    createRpc(far, { double: (bytes: Uint8Array) => bytes.map((byte) => byte * 2) });
    const { remote } = createRpc<{ double(bytes: Uint8Array): Uint8Array }>(near, {});
    expect(await remote.double(new Uint8Array([1, 2]))).toEqual(new Uint8Array([2, 4]));
    const end = ended(far);
    near.dispose();
    near.dispose();
    expect(await end).toBe('ended');
    // Whoever asks later hears it at once, and nothing is sent any more.
    expect(await ended(far)).toBe('ended');
    far.post('nobody');
    far.dispose();
  });

  it('does not tell the end to the side that ended it', async () => {
    const [near, far] = pair();
    let told = 0;
    near.onEnd(() => told++);
    const end = ended(far);
    near.dispose();
    await end;
    expect(told).toBe(0);
  });
});

describe('a session that is still being made', () => {
  it('keeps what is posted, in order, until it is there', async () => {
    const [near, far] = pair();
    let arrive = (_channel: SessionChannel): void => undefined;
    const late = lateChannel(new Promise((resolve) => (arrive = resolve)));
    const heard: unknown[] = [];
    const third = new Promise((resolve) =>
      far.onMessage((message) => heard.push(message) === 3 && resolve(heard)),
    );
    late.post(1);
    late.post(2);
    arrive(near);
    await Promise.resolve();
    late.post(3);
    expect(await third).toEqual([1, 2, 3]);
    const end = ended(late);
    far.dispose();
    expect(await end).toBe('ended');
    late.dispose();
  });

  it('has ended where it cannot be made', async () => {
    const late = lateChannel(Promise.reject(new Error('no server')));
    expect(await ended(late)).toBe('ended');
    expect(await ended(late)).toBe('ended');
  });

  it('is ended as soon as it is there, where nobody wants it any more', async () => {
    const [near, far] = pair();
    let arrive = (_channel: SessionChannel): void => undefined;
    const late = lateChannel(new Promise((resolve) => (arrive = resolve)));
    late.dispose();
    const end = ended(far);
    arrive(near);
    expect(await end).toBe('ended');
  });
});
