/**
 * A board that is open for one command: connected with its steps on standard error, cancelled by Ctrl-C, closed at the end whatever
 * happens. Knows no command.
 */

import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import type { PortSummary } from '#common/host/host.ts';
import type { Device } from '#interpreter/device/device.ts';
import { LINK, type Link } from '#interpreter/device/link.ts';
import { STORAGE, type Storage } from '#interpreter/device/storage.ts';
import { TERMINAL, type Terminal as BoardPrompt } from '#interpreter/device/terminal.ts';
import type { Terminal } from '../terminal.ts';
import { Interrupts } from './interrupts.ts';
import { ProgressLine, watchLink, watchStorage } from './progress.ts';

export interface BoardSession {
  readonly port: PortSummary;
  readonly device: Device;
  readonly link: Link;
  readonly storage: Storage;
  readonly prompt: BoardPrompt;
  /** Whether Ctrl-C was pressed. */
  readonly interrupted: boolean;
  /** Ctrl-C, read as a key. */
  interrupt(): void;
  /** One line for standard error; a line of progress makes room for it. */
  say(text: string): void;
  /** What the first Ctrl-C does, until disposed, in place of cancelling what is under way. The second one gives up. */
  onInterrupt(action: () => void): Disposable;
}

/** Opens the device, does `task` with it, and disposes it. */
export async function withBoard<T>(
  port: PortSummary,
  device: Device,
  terminal: Terminal,
  task: (session: BoardSession) => Promise<T>,
): Promise<T> {
  const store = new DisposableStore();
  store.add(device);
  try {
    const line = store.add(new ProgressLine(terminal));
    const [link, storage, prompt] = [
      device.capability(LINK),
      device.capability(STORAGE),
      device.capability(TERMINAL),
    ];
    if (!link || !storage || !prompt) throw new Error('A board without link, storage or terminal.');
    store.add(watchLink(link, line));
    store.add(watchStorage(storage, line));
    const interrupts = store.add(new Interrupts(terminal, () => link.cancel()));
    const work = async (): Promise<T> => {
      await device.open();
      return task({
        ...{ port, device, link, storage, prompt },
        get interrupted() {
          return interrupts.happened;
        },
        interrupt: interrupts.press,
        say: (text) => line.say(text),
        onInterrupt: (action) => interrupts.take(action),
      });
    };
    return await Promise.race([work(), interrupts.givenUp]);
  } finally {
    store.dispose();
  }
}
