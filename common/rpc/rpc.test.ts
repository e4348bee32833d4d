import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { PinlabError } from '../errors/pinlab-error.ts';
import { toDisposable } from '../lifecycle/disposable.ts';
import { errorFromData, errorToData } from './error-data.ts';
import { createMemoryChannelPair } from './memory-channel.ts';
import { createRpc, type RpcChannel } from './rpc.ts';
import { type ChannelPair, describeRpcContract } from './rpc-contract.ts';

function memoryPair(clone: (message: unknown) => unknown): ChannelPair {
  const [near, far] = createMemoryChannelPair({ clone });
  return { near, far, dispose: () => undefined };
}

describeRpcContract('a memory channel', () => memoryPair(structuredClone));

describeRpcContract('a JSON channel', () => memoryPair((message) => JSON.parse(JSON.stringify(message))), {
  structuredClone: false,
});

describeRpcContract('a message port', () => {
  const { port1, port2 } = new MessageChannel();
  const channel = (port: typeof port1): RpcChannel => ({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', listener);
      return toDisposable(() => port.off('message', listener));
    },
  });
  return { near: channel(port1), far: channel(port2), dispose: () => port1.close() };
});

describe('createRpc', () => {
  it('leaves other traffic on the channel alone', async () => {
    const [near, far] = createMemoryChannelPair();
    createRpc(far, { ping: () => 'pong' });
    const { remote } = createRpc<{ ping(): string }>(near, {});
    for (const junk of [
      undefined,
      null,
      7,
      'text',
      {},
      { t: 'q' },
      { t: 'q', m: 5, a: [] },
      { t: 's', i: 'nobody' },
    ])
      near.post(junk);
    expect(await remote.ping()).toBe('pong');
  });

  it('answers with an error where the result cannot be sent', async () => {
    const { near, far } = memoryPair(structuredClone);
    createRpc(far, { give: () => () => 1 });
    const { remote } = createRpc<{ give(): unknown }>(near, {});
    await expect(remote.give()).rejects.toMatchObject({ code: 'not-sendable' });
  });

  it('may be awaited by mistake without calling anything', async () => {
    const { near } = memoryPair(structuredClone);
    const { remote } = createRpc<{ ping(): string }>(near, {});
    expect(await Promise.resolve(remote)).toBe(remote);
  });
});

describe('errorFromData', () => {
  it('keeps the name of a class it does not know', () => {
    const error = errorFromData({ name: 'ValveError', code: 'stuck', message: 'Stuck.' });
    expect(error).toBeInstanceOf(PinlabError);
    expect(error).toMatchObject({ name: 'ValveError', code: 'stuck', problems: [] });
  });

  it('is the way back from errorToData', () => {
    const original = new PinlabError('dry', 'Dry.', {
      problems: [{ severity: 'warning', code: 'w', message: 'W.' }],
    });
    const copy = errorFromData(JSON.parse(JSON.stringify(errorToData(original))));
    expect(errorToData(copy)).toEqual(errorToData(original));
  });
});
