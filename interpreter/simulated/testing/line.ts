/** Talks to a board over a transport in tests: sends text, waits for what must come. Knows the protocol's marks only. */

import type { Transport } from '#common/transport/transport.ts';
import { fromBytes, toBytes } from '../../repl/bytes.ts';

export interface Answer {
  readonly out: string;
  readonly error: string;
}

/** Text stands for bytes, one character each. */
export class Line {
  readonly transport: Transport;
  /** Everything that came and was not taken by `until`. */
  text = '';
  #check: () => void = () => undefined;

  constructor(transport: Transport) {
    this.transport = transport;
    transport.onData((bytes) => {
      this.text += fromBytes(bytes);
      this.#check();
    });
  }

  async send(text: string): Promise<void> {
    await this.transport.write(toBytes(text));
  }

  /** Takes everything up to and with the first `mark`, as soon as it is there. */
  until(mark: string): Promise<string> {
    return new Promise((resolve) => {
      this.#check = () => {
        const at = this.text.indexOf(mark);
        if (at < 0) return;
        this.#check = () => undefined;
        const taken = this.text.slice(0, at + mark.length);
        this.text = this.text.slice(taken.length);
        resolve(taken);
      };
      this.#check();
    });
  }

  async ask(text: string, mark: string): Promise<string> {
    const answer = this.until(mark);
    await this.send(text);
    return answer;
  }

  async enterRaw(): Promise<void> {
    await this.ask('\r\x03\x01', 'raw REPL; CTRL-B to exit\r\n>');
  }

  /** Runs code at the raw REPL. */
  async exec(code: string): Promise<Answer> {
    await this.send(`${code}\x04`);
    await this.until('OK');
    return this.answer();
  }

  async answer(): Promise<Answer> {
    const out = (await this.until('\x04')).slice(0, -1);
    const error = (await this.until('\x04')).slice(0, -1);
    await this.until('>');
    return { out: out.replaceAll('\r\n', '\n'), error: error.replaceAll('\r\n', '\n') };
  }
}
