/**
 * One operation's talk with the board: sealed code in, checked lines out, a look at Cancel before each turn, and a second try
 * where the line damaged something. Knows no files.
 */

import { ADVICE, DeviceError, type DeviceErrorCode, deviceError } from '../../device/device-error.ts';
import type { ExecuteOptions, Executor } from '../executor.ts';
import { FORGET, linesOf, NAMESPACE, readSealed, type SealedAnswer, sealed } from './sealed-code.ts';
import { isDamage } from './storage-errors.ts';

/** What was sent or answered is not what arrived. */
export class Damage extends Error {
  override readonly name = 'Damage';
  /** False where the code surely did nothing. */
  readonly ran: boolean;

  constructor(message: string, ran = true) {
    super(message);
    this.ran = ran;
  }
}

/** The board would not answer what comes next either. */
const OUT_OF_REACH: ReadonlySet<DeviceErrorCode> = new Set<DeviceErrorCode>([
  'disposed',
  'link-lost',
  'no-answer',
]);

export class Session {
  readonly executor: Executor;
  readonly #isCancelled: () => boolean;

  constructor(executor: Executor, isCancelled: () => boolean) {
    this.executor = executor;
    this.#isCancelled = isCancelled;
  }

  /** Runs one self-contained piece of work; nothing of it stays on the board. */
  async once(code: string, options?: ExecuteOptions): Promise<readonly string[]> {
    return (await this.begin(code, FORGET, options)).lines;
  }

  /** @param tail plain code that follows the sealed code in the same turn. */
  async begin(code: string, tail = '', options?: ExecuteOptions): Promise<SealedAnswer> {
    const text = await this.#execute(sealed(code, this.executor.features) + tail, options);
    const answer = readSealed(text);
    if (!answer) throw new Damage('The sealed code was not run, or its answer was damaged.', text !== '');
    return answer;
  }

  /** Runs plain code that uses what sealed code has left. */
  async go(code: string, options?: ExecuteOptions): Promise<readonly string[]> {
    return linesOf(await this.#execute(code, options));
  }

  /** Puts things in order after something went wrong, as far as that is still possible. */
  async tidyUp(code: string, error: unknown): Promise<void> {
    if (error instanceof DeviceError && OUT_OF_REACH.has(error.code)) return;
    try {
      await this.executor.execute(code + FORGET);
    } catch {
      // What went wrong before is what counts; the next operation sweeps up.
    }
  }

  /** Tries `work` again, once, where `mayRetry` allows it. Damage that stays is told as `code`. */
  async twice<T>(
    code: DeviceErrorCode,
    work: () => Promise<T>,
    { message = ADVICE[code], mayRetry = wasDamaged }: TwiceOptions = {},
  ): Promise<T> {
    try {
      return await work().catch((error: unknown) => {
        if (!mayRetry(error)) throw error;
        return work();
      });
    } catch (error) {
      if (error instanceof DeviceError || !wasDamaged(error)) throw error;
      throw new DeviceError(code, message, { cause: error });
    }
  }

  async #execute(code: string, options?: ExecuteOptions): Promise<string> {
    if (this.#isCancelled()) throw deviceError('cancelled');
    return this.executor.execute(code, options);
  }
}

interface TwiceOptions {
  readonly message?: string;
  /** Default: wherever something was damaged on its way. */
  readonly mayRetry?: (error: unknown) => boolean;
}

/** Lost bytes may also look as if the board did not answer, or not in its way. */
function wasDamaged(error: unknown): boolean {
  if (error instanceof DeviceError) return error.code === 'protocol' || error.code === 'no-answer';
  return error instanceof Damage || isDamage(error);
}

/** Python that calls what sealed code has defined. */
export function call(name: string, ...args: readonly (string | number)[]): string {
  return `${NAMESPACE}['${name}'](${args.join(',')})\n`;
}
