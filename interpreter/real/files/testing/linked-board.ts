/** Real MicroPython at the other end of the REPL's real protocol, over a line that a test breaks: everything but the cable. */

import { type FakePeer, FakeTransport } from '#common/transport/fake-transport.ts';
import type { LineFaults } from '#common/transport/fault-line.ts';
import type { Timers } from '#common/time/timers.ts';
import type { Event } from '#common/lifecycle/emitter.ts';
import { STORAGE, type Storage } from '../../../device/storage.ts';
import { ScriptedBoard } from '../../../repl/scripted-board.ts';
import { converse, type ConversationOptions } from '../../conversation.ts';
import type { Executor } from '../../executor.ts';
import { Line } from '../../line.ts';
import { type Bench, bench, QUIET_LINES } from '../../testing/bench.ts';
import { createBoardStorage } from '../board-storage.ts';
import type { PythonBoard } from './python-board.ts';

export interface LinkFaults {
  readonly sending?: LineFaults;
  readonly receiving?: LineFaults;
}

/**
 * A REPL in front of a board's MicroPython. It lives on while lines come and go.
 * @param allows answers false where the test does something else than running the code.
 */
export function replOf(python: PythonBoard, allows: (code: string) => boolean = () => true): ScriptedBoard {
  return new ScriptedBoard({
    script: (run) => {
      if (!allows(run.code)) return undefined;
      const { printed, raised, lostPower } = python.perform(run.code);
      if (lostPower) return undefined;
      run.print(printed);
      if (raised) run.raise(raised.report);
      else run.finish();
      return undefined;
    },
  });
}

export interface LinkedDevice extends Bench {
  readonly storage: Storage;
}

/** A RealDevice, opened. */
export async function openDevice(
  peer: FakePeer,
  whenIdle: (callback: () => void) => void,
  faults: LinkFaults = {},
): Promise<LinkedDevice> {
  const made = bench({ peer, whenIdle, ...faults });
  await made.device.open();
  const storage = made.device.capability(STORAGE);
  if (!storage) throw new Error('A board on a cable has files.');
  return { ...made, storage };
}

export interface LinkedStorage {
  readonly storage: Storage;
  readonly transport: FakeTransport;
}

/** What is below a RealDevice that is connected already: quick to make, for tests that break a line at every byte. */
export async function openStorage(
  peer: FakePeer,
  python: PythonBoard,
  { timers, onCancel, ...faults }: LinkFaults & { readonly timers: Timers; readonly onCancel: Event<void> },
): Promise<LinkedStorage> {
  const transport = new FakeTransport({ peer, ...faults });
  await transport.open();
  const line = new Line({ transport, timers, onUnheld: () => undefined, onDead: () => undefined });
  const options: ConversationOptions = {
    line,
    policy: QUIET_LINES,
    memory: { way: 'raw-paste', window: 128 },
    features: python.features,
    word: 'w0rd1x',
  };
  const withExecutor = <T>(work: (executor: Executor) => Promise<T>): Promise<T> => converse(options, work);
  const storage = createBoardStorage({ withExecutor, withQuietExecutor: withExecutor, onCancel });
  return { storage, transport };
}
