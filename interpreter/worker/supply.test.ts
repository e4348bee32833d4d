import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { supplyInterpreter, takeInterpreter } from './supply.ts';

const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function createChannel() {
  const messages = new Emitter<unknown>();
  return { post: (message: unknown) => messages.fire(message), onMessage: messages.event };
}

describe('the supply of the interpreter', () => {
  it('reaches the worker among its calls', async () => {
    const channel = createChannel();
    const taken = takeInterpreter(channel);
    channel.post({ t: 'q', m: 'prepare', a: ['pico'] });
    supplyInterpreter(channel, WebAssembly.compile(EMPTY));
    expect(await taken).toBeInstanceOf(WebAssembly.Module);
  });

  it('tells the worker why there is none', async () => {
    const channel = createChannel();
    const taken = takeInterpreter(channel);
    supplyInterpreter(channel, Promise.reject(new Error('no such file')));
    await expect(taken).rejects.toThrow('no such file');
  });
});

describe('the code of the worker in Node', () => {
  it('comes with what V8 made of it', () => {
    const read = (name: string): Buffer => readFileSync(new URL(`../../dist/node/${name}`, import.meta.url));
    const cachedData = read('worker-code.cache');
    const script = new Script(read('worker-code.cjs').toString(), { cachedData });
    expect(script.cachedDataRejected).toBe(false);
  });
});
