/** One stay in the raw REPL: in by the short way or the whole ladder, out again whatever happened, the line released at the end. */

import type { BoardFeature } from '../device/link.ts';
import { breakIn } from './break-in.ts';
import type { SendMemory } from './code-sender.ts';
import { BoardException } from './executor.ts';
import { FramedExecutor } from './framed-executor.ts';
import { FRAME_EPILOGUE } from './frames.ts';
import type { Line } from './line.ts';
import type { LinePolicy } from './line-policy.ts';
import { enterRawRepl, leaveRawRepl } from './raw-repl.ts';

const SHORT_WAY = 500;
const RECOVERY = 2000;

export interface ConversationOptions {
  readonly line: Line;
  readonly policy: LinePolicy;
  readonly memory: SendMemory;
  readonly features: ReadonlySet<BoardFeature>;
  readonly word: string;
}

/** From the friendly prompt to the raw REPL; where a program runs that was begun at the prompt, it is interrupted. */
export async function approach({ line, policy }: ConversationOptions): Promise<void> {
  if (await enterRawRepl(line, SHORT_WAY)) return;
  await breakIn({ line, policy, isBooting: false, announce: () => undefined });
}

/** Lets `work` talk to the board, which is at its friendly prompt before and after. The line must not be held. */
export async function converse<T>(
  options: ConversationOptions,
  work: (executor: FramedExecutor) => Promise<T>,
): Promise<T> {
  const { line } = options;
  line.hold();
  const executor = new FramedExecutor(options);
  try {
    await approach(options);
    const result = await work(executor);
    await depart(line, executor);
    return result;
  } catch (error) {
    await recover(line, executor, error instanceof BoardException);
    throw error;
  } finally {
    line.release();
  }
}

/** Ends whatever our code on the board does, and goes back to the prompt. A link that is gone is no error here: it is told elsewhere. */
export async function recover(line: Line, executor: FramedExecutor, isInStep: boolean): Promise<void> {
  try {
    line.hold();
    if (!isInStep) {
      await line.write('\x03');
      if (!(await enterRawRepl(line, RECOVERY))) return;
    }
    await depart(line, executor);
  } catch {
    // The next conversation begins with the ladder where the board is still lost then.
  }
}

async function depart(line: Line, executor: FramedExecutor): Promise<void> {
  await leaveRawRepl(line, executor.isPrepared ? `${FRAME_EPILOGUE}\x04` : '');
}
