/** The serialport package as far as a transport uses it, with promises. Loaded at the first opening: the app starts where it cannot. */

import type { TransportSignals } from '#common/transport/transport.ts';

export interface SerialOpenOptions {
  readonly path: string;
  readonly baudRate: number;
  /** DTR while Windows opens the port; elsewhere, whether the system drops both lines when the last program closes it. */
  readonly hupcl: boolean;
}

/** An open port. Whatever fails, rejects with the system's words. */
export interface SerialPortHandle {
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Once, with an error where nobody asked for it. */
  onClose(listener: (error?: Error) => void): void;
  write(bytes: Uint8Array): Promise<void>;
  drain(): Promise<void>;
  /** Drops what has not left. */
  flush(): Promise<void>;
  /** Both lines, and no break: what is left out counts as on. */
  set(signals: TransportSignals): Promise<void>;
  close(): Promise<void>;
}

export type OpenSerialPort = (options: SerialOpenOptions) => Promise<SerialPortHandle>;

type Callback = (error: Error | null | undefined) => void;

export const openSerialPort: OpenSerialPort = async ({ path, baudRate, hupcl }) => {
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, hupcl, lock: true, autoOpen: false });
  // What fails is told to the call that failed; without a listener, an error that belongs to none would end the process.
  port.on('error', () => undefined);
  const done = (call: (callback: Callback) => void): Promise<void> =>
    new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
  await done((callback) => port.open(callback));
  return {
    onData: (listener) => void port.on('data', (bytes: Buffer) => listener(bytes)),
    onClose: (listener) => void port.on('close', (error?: Error | null) => listener(error ?? undefined)),
    write: (bytes) => done((callback) => port.write(bytes, callback)),
    drain: () => done((callback) => port.drain(callback)),
    flush: () => done((callback) => port.flush(callback)),
    // Each call of Linux's binding sets the latency too, off unless it is named; a port that has none says nothing.
    set: (signals) => done((callback) => port.set({ ...signals, brk: false, lowLatency: true }, callback)),
    close: () => done((callback) => port.close(callback)),
  };
};
