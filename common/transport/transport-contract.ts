/** What every Transport must do. Run it for each kind, with a peer that sends every byte back. */

import { afterEach, describe, expect, it } from 'vitest';
import type { Transport } from './transport.ts';

/** A closed transport whose peer echoes. */
export interface EchoLink {
  readonly transport: Transport;
  /** Breaks the link as a pulled cable does. */
  cut(): void | Promise<void>;
}

/** Bytes that arrive, and how to wait for them. */
function receive(transport: Transport): { bytes(): number[]; until(count: number): Promise<number[]> } {
  const received: number[] = [];
  let check = (): void => undefined;
  transport.onData((bytes) => {
    received.push(...bytes);
    check();
  });
  return {
    bytes: () => received,
    until: (count) =>
      new Promise((resolve) => {
        check = () => received.length >= count && resolve(received);
        check();
      }),
  };
}

export function describeTransportContract(
  name: string,
  createLink: () => EchoLink | Promise<EchoLink>,
): void {
  describe(`${name} is a Transport`, () => {
    const created: Transport[] = [];
    afterEach(() => {
      for (const transport of created.splice(0)) transport.dispose();
    });

    const closed = async (): Promise<EchoLink> => {
      const link = await createLink();
      created.push(link.transport);
      return link;
    };
    const opened = async (): Promise<EchoLink> => {
      const link = await closed();
      await link.transport.open();
      return link;
    };

    it('opens; twice is harmless', async () => {
      const { transport } = await closed();
      expect(transport.isOpen).toBe(false);
      await transport.open();
      await transport.open();
      expect(transport.isOpen).toBe(true);
    });

    it('refuses to work while closed', async () => {
      const { transport } = await closed();
      await expect(transport.write(new Uint8Array([1]))).rejects.toMatchObject({ code: 'not-open' });
      await expect(transport.flush()).rejects.toMatchObject({ code: 'not-open' });
      await expect(transport.setSignals({ dtr: true, rts: true })).rejects.toMatchObject({
        code: 'not-open',
      });
    });

    it('carries every byte value', async () => {
      const { transport } = await opened();
      const inbox = receive(transport);
      const all = Array.from({ length: 256 }, (_, value) => value);
      await transport.write(Uint8Array.from(all));
      expect(await inbox.until(256)).toEqual(all);
    });

    it('keeps the order of writes that nobody waited for', async () => {
      const { transport } = await opened();
      const inbox = receive(transport);
      const values = Array.from({ length: 200 }, (_, i) => i);
      await Promise.all(values.map((value) => transport.write(new Uint8Array([value]))));
      expect(await inbox.until(values.length)).toEqual(values);
    });

    it('carries much at once, and leaves the buffer to the caller', async () => {
      const { transport } = await opened();
      const inbox = receive(transport);
      const bytes = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7) & 0xff);
      const wanted = [...bytes];
      await transport.write(bytes);
      bytes.fill(0);
      expect(await inbox.until(wanted.length)).toEqual(wanted);
    });

    it('sets both signals', async () => {
      const { transport } = await opened();
      await transport.setSignals({ dtr: true, rts: false });
      await transport.setSignals({ dtr: false, rts: false });
      expect(transport.isOpen).toBe(true);
    });

    it('closes once, without a cause', async () => {
      const { transport } = await opened();
      const ends: unknown[] = [];
      transport.onClose(({ cause }) => ends.push(cause));
      await transport.close();
      await transport.close();
      expect(transport.isOpen).toBe(false);
      expect(ends).toEqual([undefined]);
    });

    it('opens again after closing', async () => {
      const { transport } = await opened();
      await transport.close();
      await transport.open();
      const inbox = receive(transport);
      await transport.write(new Uint8Array([42]));
      expect(await inbox.until(1)).toEqual([42]);
    });

    it('tells when the link breaks, once and with the cause', async () => {
      const { transport, cut } = await opened();
      const ends: unknown[] = [];
      const ended = new Promise<void>((resolve) => {
        transport.onClose(({ cause }) => {
          ends.push(cause);
          resolve();
        });
      });
      await cut();
      await ended;
      expect(transport.isOpen).toBe(false);
      await expect(transport.write(new Uint8Array([1]))).rejects.toMatchObject({ code: 'not-open' });
      await transport.close();
      expect(ends).toEqual([expect.any(Error)]);
    });

    it('is silent after dispose', async () => {
      const { transport } = await opened();
      const inbox = receive(transport);
      await transport.write(new Uint8Array([1]));
      transport.dispose();
      transport.dispose();
      const before = inbox.bytes().length;
      expect(transport.isOpen).toBe(false);
      await Promise.resolve();
      expect(inbox.bytes()).toHaveLength(before);
    });
  });
}
