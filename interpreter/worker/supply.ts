/**
 * How a worker gets the interpreter: compiled once for all workers of a page or process, and posted to each before anything else.
 * What V8 has made of its functions in one worker then serves the next.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { RpcChannel } from '#common/rpc/rpc.ts';

/** The message; other traffic on the channel are calls. */
interface Supply {
  readonly interpreter: WebAssembly.Module | undefined;
  /** Why there is none. */
  readonly problem?: string;
}

/** The host's side: posts the module as soon as it is compiled. */
export function supplyInterpreter(
  { post }: Pick<RpcChannel, 'post'>,
  compiled: Promise<WebAssembly.Module>,
): void {
  compiled.then(
    (interpreter) => post({ interpreter } satisfies Supply),
    (error: unknown) => post({ interpreter: undefined, problem: String(error) } satisfies Supply),
  );
}

/** The worker's side. Rejects where the host has none to give. */
export function takeInterpreter(channel: RpcChannel): Promise<WebAssembly.Module> {
  return new Promise((resolve, reject) => {
    const listening: Disposable = channel.onMessage((message) => {
      if (!isSupply(message)) return;
      listening.dispose();
      if (message.interpreter) resolve(message.interpreter);
      else reject(new Error(message.problem ?? 'There is no interpreter.'));
    });
  });
}

function isSupply(message: unknown): message is Supply {
  return typeof message === 'object' && message !== null && 'interpreter' in message;
}
