/** A port as a browser gives it, for tests: what is written comes back, and a test unplugs it or makes noise. It touches no port. */

import type { BrowserPort } from './web-serial-transport.ts';

export class FakeBrowserPort implements BrowserPort {
  readonly #info: { readonly usbVendorId?: number; readonly usbProductId?: number };
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** What was done, in order: `open`, `10` for DTR on and RTS off, `close`. */
  readonly record: string[] = [];
  readable: ReadableStream<Uint8Array> | null = null;
  writable: WritableStream<Uint8Array> | null = null;
  /** `open` rejects with an exception of this name. */
  refuse: string | undefined;

  constructor(info: { readonly usbVendorId?: number; readonly usbProductId?: number } = {}) {
    this.#info = info;
  }

  getInfo() {
    return this.#info;
  }

  async open(): Promise<void> {
    if (this.refuse !== undefined) throw new DOMException('Failed to open serial port.', this.refuse);
    if (this.writable) throw new DOMException('The port is already open.', 'InvalidStateError');
    this.record.push('open');
    this.#listen();
    this.writable = new WritableStream({ write: (bytes) => this.#controller?.enqueue(bytes.slice()) });
  }

  async setSignals(signals: { dataTerminalReady: boolean; requestToSend: boolean }): Promise<void> {
    this.record.push(`${Number(signals.dataTerminalReady)}${Number(signals.requestToSend)}`);
  }

  async close(): Promise<void> {
    if (this.readable?.locked || this.writable?.locked) throw new TypeError('A stream is locked.');
    this.readable = null;
    this.writable = null;
    this.record.push('close');
  }

  /** The browser ends a stream where it hears something broken, and has another at once. */
  makeNoise(): void {
    const noisy = this.#controller;
    this.#listen();
    noisy?.error(new DOMException('Framing error', 'FramingError'));
  }

  unplug(): void {
    this.readable = null;
    this.#controller?.error(new DOMException('The device has been lost.', 'NetworkError'));
  }

  #listen(): void {
    this.readable = new ReadableStream({ start: (controller) => void (this.#controller = controller) });
  }
}
