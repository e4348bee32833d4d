/** What every RpcChannel must carry. Run it with each kind of wall: `describeRpcContract('worker port', …)`. */

import { afterEach, describe, expect, it } from 'vitest';
import { PinlabError } from '../errors/pinlab-error.ts';
import type { Disposable } from '../lifecycle/disposable.ts';
import { createRpc, type Rpc, type RpcChannel } from './rpc.ts';

/** A fresh pair of connected ends. `dispose` closes the wall itself. */
export interface ChannelPair extends Disposable {
  readonly near: RpcChannel;
  readonly far: RpcChannel;
}

export interface RpcContractOptions {
  /** False where the wall carries JSON only. Default: true. */
  readonly structuredClone?: boolean;
}

class PumpError extends PinlabError<'dry' | 'jammed'> {
  override readonly name = 'PumpError';
}

/** What the far side offers. */
interface Far {
  echo(value: unknown): unknown;
  add(a: number, b: number): Promise<number>;
  note(text: string): void;
  notes(): readonly string[];
  fail(kind: 'pinlab' | 'plain' | 'text' | 'nothing'): void;
  /** Answers when `release` is called. */
  hold(): Promise<string>;
  release(): void;
  askBack(question: string): Promise<string>;
}

interface Near {
  answer(question: string): string;
}

class FarSide implements Far {
  readonly #notes: string[] = [];
  #release = (): void => undefined;
  /** Set once the end exists: both sides call each other over one channel. */
  near: Rpc<Near> | undefined;

  echo(value: unknown): unknown {
    return value;
  }
  add(a: number, b: number): Promise<number> {
    return Promise.resolve(a + b);
  }
  note(text: string): void {
    if (text === 'bad') throw new Error('a bad note');
    this.#notes.push(text);
  }
  notes(): readonly string[] {
    return this.#notes;
  }
  fail(kind: 'pinlab' | 'plain' | 'text' | 'nothing'): void {
    const problems = [
      { severity: 'error', code: 'no-water', message: 'No water.', where: { line: 3 } },
    ] as const;
    if (kind === 'pinlab') throw new PumpError('dry', 'The pump ran dry.', { problems });
    if (kind === 'plain') throw new TypeError('not a pump');
    // Anything may be thrown, and must arrive as an error.
    throw kind === 'text' ? 'just text' : undefined; // eslint-disable-line @typescript-eslint/only-throw-error
  }
  hold(): Promise<string> {
    return new Promise((resolve) => {
      this.#release = () => resolve('released');
    });
  }
  release(): void {
    this.#release();
  }
  askBack(question: string): Promise<string> {
    return this.near?.remote.answer(question) ?? Promise.reject(new Error('no near side'));
  }
}

export function describeRpcContract(
  name: string,
  createChannels: () => ChannelPair | Promise<ChannelPair>,
  { structuredClone = true }: RpcContractOptions = {},
): void {
  describe(`${name} carries calls`, () => {
    const cleanups: Disposable[] = [];
    afterEach(() => {
      for (const item of cleanups.splice(0).reverse()) item.dispose();
    });

    const connect = async (
      timeout?: number,
    ): Promise<{ rpc: Rpc<Far>; farErrors: unknown[]; farEnd: Rpc<Near> }> => {
      const pair = await createChannels();
      const far = new FarSide();
      const farErrors: unknown[] = [];
      const farEnd = createRpc<Near>(pair.far, far, { onNotifyError: (error) => farErrors.push(error) });
      far.near = farEnd;
      const near: Near = { answer: (question) => `${question} Yes.` };
      const rpc = createRpc<Far>(pair.near, near, { errors: { PumpError }, timeout });
      cleanups.push(pair, farEnd, rpc);
      return { rpc, farErrors, farEnd };
    };

    it('gives results, also of promises', async () => {
      const { rpc } = await connect();
      expect(await rpc.remote.add(2, 3)).toBe(5);
      expect(await rpc.remote.echo({ a: [1, 'ü', null, true], b: { c: '' } })).toEqual({
        a: [1, 'ü', null, true],
        b: { c: '' },
      });
    });

    it.runIf(structuredClone)('carries bytes, sets and undefined', async () => {
      const { rpc } = await connect();
      const value = { bytes: new Uint8Array([0, 255]), set: new Set(['a']), nothing: undefined };
      expect(await rpc.remote.echo(value)).toEqual(value);
    });

    it.runIf(structuredClone)('says so where arguments cannot be sent, and goes on', async () => {
      const { rpc } = await connect();
      await expect(rpc.remote.echo(() => 1)).rejects.toMatchObject({
        name: 'RpcError',
        code: 'not-sendable',
      });
      expect(await rpc.remote.add(1, 1)).toBe(2);
    });

    it('keeps the order of calls and notifications', async () => {
      const { rpc } = await connect();
      const wanted = Array.from({ length: 50 }, (_, i) => `${i}`);
      const calls = wanted.map(async (text, i) => {
        if (i % 2) rpc.notify('note', text);
        else await rpc.remote.note(text);
      });
      await Promise.all(calls);
      expect(await rpc.remote.notes()).toEqual(wanted);
    });

    it('answers concurrent calls each with its own result, in any order', async () => {
      const { rpc } = await connect();
      const held = rpc.remote.hold();
      const sums = await Promise.all(Array.from({ length: 100 }, (_, i) => rpc.remote.add(i, i)));
      expect(sums).toEqual(Array.from({ length: 100 }, (_, i) => 2 * i));
      await rpc.remote.release();
      expect(await held).toBe('released');
    });

    it('calls both ways', async () => {
      const { rpc } = await connect();
      expect(await rpc.remote.askBack('Is there water?')).toBe('Is there water? Yes.');
    });

    it('rebuilds errors with class, code, message and problems', async () => {
      const { rpc } = await connect();
      const error = await rpc.remote.fail('pinlab').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(PumpError);
      expect(error).toMatchObject({
        name: 'PumpError',
        code: 'dry',
        message: 'The pump ran dry.',
        problems: [{ severity: 'error', code: 'no-water', message: 'No water.', where: { line: 3 } }],
      });
    });

    it('carries other errors by name, and whatever else is thrown', async () => {
      const { rpc } = await connect();
      await expect(rpc.remote.fail('plain')).rejects.toMatchObject({
        name: 'TypeError',
        message: 'not a pump',
      });
      await expect(rpc.remote.fail('text')).rejects.toThrow('just text');
      await expect(rpc.remote.fail('nothing')).rejects.toThrow('undefined');
    });

    it('rejects calls of functions that do not exist', async () => {
      const { rpc } = await connect();
      const anything = rpc.remote as unknown as Record<string, () => Promise<unknown>>;
      for (const method of ['water', 'constructor', 'toString', 'hasOwnProperty']) {
        await expect(anything[method]?.()).rejects.toMatchObject({ code: 'unknown-method' });
      }
    });

    it('tells the far side what a notified function threw', async () => {
      const { rpc, farErrors } = await connect();
      rpc.notify('note', 'bad');
      expect(await rpc.remote.notes()).toEqual([]);
      expect(farErrors).toEqual([expect.objectContaining({ message: 'a bad note' })]);
    });

    it('gives up after the timeout', async () => {
      const { rpc } = await connect(1);
      await expect(rpc.remote.hold()).rejects.toMatchObject({ name: 'RpcError', code: 'timeout' });
    });

    it('rejects pending and later calls once disposed', async () => {
      const { rpc } = await connect();
      const held = rpc.remote.hold();
      await rpc.remote.notes();
      rpc.dispose();
      rpc.dispose();
      await expect(held).rejects.toMatchObject({ name: 'RpcError', code: 'closed' });
      await expect(rpc.remote.add(1, 2)).rejects.toMatchObject({ code: 'closed' });
      rpc.notify('note', 'nobody hears this');
    });

    it('leaves calls unanswered by a disposed far side to the timeout', async () => {
      const { rpc, farEnd } = await connect(20);
      farEnd.dispose();
      await expect(rpc.remote.add(1, 2)).rejects.toMatchObject({ code: 'timeout' });
    });
  });
}
