import { describe, expect, it } from 'vitest';
import { ManualTimers } from '#common/time/manual-timers.ts';
import type { Transport } from '#common/transport/transport.ts';
import type { PortSummary } from '#common/host/host.ts';
import type { SerialPortHandle } from './serial-binding.ts';
import { createSerialPorts } from './serial-ports.ts';

interface FakeOptions {
  /** Words with which each opening fails, in order; none any more: it opens. */
  readonly refusals?: string[];
  readonly set?: () => Promise<void>;
  readonly write?: () => Promise<void>;
  readonly drain?: () => Promise<void>;
  readonly platform?: string;
  readonly ids?: Partial<PortSummary>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A transport over a serialport that writes down what is asked of it. */
function fake({ refusals = [], platform = 'linux', ids, env = {}, ...does }: FakeOptions = {}) {
  const calls: string[] = [];
  const timers = new ManualTimers();
  let lose = (_error?: Error): void => undefined;
  const done = async (): Promise<void> => undefined;
  const handle: SerialPortHandle = {
    onData: () => undefined,
    onClose: (listener) => (lose = listener),
    write: (bytes) => (calls.push(`write ${bytes.length}`), (does.write ?? done)()),
    drain: () => (calls.push('drain'), (does.drain ?? done)()),
    flush: () => (calls.push('flush'), done()),
    set: ({ dtr, rts }) => (calls.push(`set ${Number(dtr)}${Number(rts)}`), (does.set ?? done)()),
    close: () => (calls.push('close'), done()),
  };
  const ports = createSerialPorts({
    list: async () => [],
    platform,
    env,
    timers,
    open: async ({ hupcl }) => {
      calls.push(`open hupcl=${hupcl}`);
      const words = refusals.shift();
      if (words !== undefined) throw new Error(words);
      return handle;
    },
  });
  const transport: Transport = ports.create({ path: 'COM5', name: 'x', ...ids });
  return { calls, timers, transport, ports, lose: (error?: Error) => lose(error) };
}

const PICO = { vendorId: '2e8a', productId: '0005' };
const CH340 = { vendorId: '1a86', productId: '7523' };
const JTAG = { vendorId: '303a', productId: '1001' };

/** Lets promises go on. */
async function settle(): Promise<void> {
  for (let n = 0; n < 20; n++) await Promise.resolve();
}

describe('what is asked of the port', () => {
  it.each([
    [PICO, 'linux', ['open hupcl=true', 'set 11', 'drain', 'set 10', 'set 00', 'close']],
    [PICO, 'win32', ['open hupcl=true', 'set 11', 'drain', 'set 10', 'set 00', 'close']],
    [CH340, 'linux', ['open hupcl=true', 'set 00', 'drain', 'set 00', 'close']],
    [CH340, 'darwin', ['open hupcl=true', 'set 00', 'drain', 'set 00', 'close']],
    [CH340, 'win32', ['open hupcl=false', 'set 00', 'drain', 'set 00', 'close']],
    [JTAG, 'win32', ['open hupcl=false', 'set 00', 'drain', 'set 00', 'close']],
  ])('by %o on %s, from opening to closing', async (ids, platform, wanted) => {
    const { calls, transport } = fake({ ids, platform });
    await transport.open();
    await transport.close();
    expect(calls).toEqual(wanted);
  });

  it('follows PINLAB_LINES', async () => {
    const { calls, transport } = fake({ ids: PICO, env: { PINLAB_LINES: 'both-off' } });
    await transport.open();
    await transport.close();
    expect(calls).toEqual(['open hupcl=true', 'set 00', 'drain', 'set 00', 'close']);
  });

  it('is no line twice where the port has none', async () => {
    const set = () => Promise.reject(new Error('Error: Inappropriate ioctl for device, cannot set'));
    const { calls, transport } = fake({ ids: PICO, set });
    await transport.open();
    await transport.setSignals({ dtr: false, rts: false });
    await transport.close();
    expect(calls).toEqual(['open hupcl=true', 'set 11', 'drain', 'close']);
  });

  it('is told where a line cannot be set for another reason', async () => {
    const { transport } = fake({ set: () => Promise.reject(new Error('Input/output error')) });
    await transport.open();
    await expect(transport.setSignals({ dtr: true, rts: true })).rejects.toMatchObject({
      code: 'write-failed',
    });
  });
});

describe('a port', () => {
  it('is asked again where Windows refuses it for a moment', async () => {
    const refusals = ['Opening COM5: Access denied', 'Opening COM5: Access denied'];
    const { calls, timers, transport } = fake({ refusals, platform: 'win32' });
    const opening = transport.open();
    for (let n = 0; n < 2; n++) {
      await settle();
      timers.advance(300);
    }
    await opening;
    expect(calls.filter((call) => call.startsWith('open'))).toHaveLength(3);
  });

  it('is busy where Windows goes on refusing it', async () => {
    const refusals = Array.from({ length: 6 }, () => 'Opening COM5: Access denied');
    const { timers, transport } = fake({ refusals, platform: 'win32' });
    const opening = transport.open().catch((error: unknown) => error);
    for (let n = 0; n < 5; n++) {
      await settle();
      timers.advance(300);
    }
    expect(await opening).toMatchObject({
      code: 'busy',
      problems: [{ message: expect.stringContaining('NZXT CAM') }],
    });
  });

  it('takes much in pieces, and drops what waits', async () => {
    let release = (): void => undefined;
    const write = () => new Promise<void>((resolve) => (release = resolve));
    const { calls, transport } = fake({ write });
    await transport.open();
    const writes = [transport.write(new Uint8Array(10_000)), transport.write(new Uint8Array(5))];
    await transport.flush();
    release();
    await Promise.all(writes);
    const last = transport.write(new Uint8Array(7));
    await settle();
    release();
    await last;
    expect(calls.slice(2)).toEqual(['write 4096', 'flush', 'write 7']);
  });

  it('that takes nothing more fails the write in time, and closes all the same', async () => {
    const never = () => new Promise<void>(() => undefined);
    const { calls, timers, transport } = fake({ write: never, drain: never });
    await transport.open();
    const stuck = transport.write(new Uint8Array(1)).catch((error: unknown) => error);
    timers.advance(5000);
    expect(await stuck).toMatchObject({ code: 'write-failed' });
    const closing = transport.close();
    await settle();
    timers.advance(500);
    await closing;
    expect(calls.at(-1)).toBe('close');
    expect(transport.isOpen).toBe(false);
  });

  it('that is unplugged rejects what waits, and says why', async () => {
    const { transport, lose } = fake({ write: () => new Promise(() => undefined) });
    await transport.open();
    const causes: unknown[] = [];
    transport.onClose(({ cause }) => causes.push(cause));
    const writing = transport.write(new Uint8Array(1));
    lose(new Error('bad file descriptor'));
    await expect(writing).rejects.toMatchObject({ code: 'disconnected' });
    expect(causes).toEqual([expect.objectContaining({ code: 'disconnected' })]);
    await transport.open();
    expect(transport.isOpen).toBe(true);
  });

  it('is open again only when it has closed', async () => {
    const { calls, transport, ports } = fake();
    await transport.open();
    transport.dispose();
    const next = ports.create({ path: 'COM5', name: 'x' });
    await next.open();
    expect(calls.indexOf('close')).toBeLessThan(calls.lastIndexOf('open hupcl=true'));
    next.dispose();
    await ports.released();
    expect(calls.at(-1)).toBe('close');
  });

  it('that was given up while it opened closes at once', async () => {
    const { calls, transport, ports } = fake();
    const opening = transport.open();
    transport.dispose();
    await opening;
    await ports.released();
    expect(calls.at(-1)).toBe('close');
    expect(transport.isOpen).toBe(false);
  });
});
