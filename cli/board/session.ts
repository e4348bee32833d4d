/**
 * A board that is open for one command: connected with its steps on standard error, cancelled by Ctrl-C, closed at the end whatever
 * happens. Knows no command.
 */

import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import type { PortSummary } from '#common/host/host.ts';
import type { Device } from '#interpreter/device/device.ts';
import { type DeviceError, deviceError } from '#interpreter/device/device-error.ts';
import { LINK, type Link } from '#interpreter/device/link.ts';
import { STORAGE, type Storage } from '#interpreter/device/storage.ts';
import { TERMINAL, type Terminal as BoardPrompt } from '#interpreter/device/terminal.ts';
import type { Terminal } from '../terminal.ts';
import { ProgressLine, watchLink, watchStorage } from './progress.ts';

export interface BoardSession {
  readonly port: PortSummary;
  readonly device: Device;
  readonly link: Link;
  readonly storage: Storage;
  readonly prompt: BoardPrompt;
  /** Whether Ctrl-C was pressed. */
  readonly interrupted: boolean;
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
    const { givenUp, interrupts } = watchInterrupts(link, terminal, store);
    const work = async (): Promise<T> => {
      await device.open();
      return task({
        ...{ port, device, link, storage, prompt },
        get interrupted() {
          return interrupts.happened;
        },
        say: (text) => line.say(text),
        onInterrupt: interrupts.take,
      });
    };
    return await Promise.race([work(), givenUp]);
  } finally {
    store.dispose();
  }
}

interface Interrupts {
  happened: boolean;
  take(action: () => void): Disposable;
}

function watchInterrupts(
  link: Link,
  terminal: Terminal,
  store: DisposableStore,
): { readonly givenUp: Promise<never>; readonly interrupts: Interrupts } {
  const cancel = (): void => link.cancel();
  let action = cancel;
  const interrupts: Interrupts = {
    happened: false,
    take(next) {
      action = next;
      return toDisposable(() => (action = cancel));
    },
  };
  const givenUp = new Promise<never>((_resolve, reject) => {
    store.add(
      terminal.onInterrupt(() => {
        if (interrupts.happened) reject(abandoned());
        else action();
        interrupts.happened = true;
      }),
    );
  });
  givenUp.catch(() => undefined);
  return { givenUp, interrupts };
}

function abandoned(): DeviceError {
  return deviceError('cancelled', 'Given up. The board may still be busy with what was asked of it.');
}
