/** A board at its raw REPL as file operations and questions see it: Python in, text out. Knows no bytes and no ports. */

import type { BoardFeature } from '../device/link.ts';

export interface ExecuteOptions {
  /** Milliseconds of silence after which the board counts as hung. Default: 5000. */
  readonly idleLimit?: number;
  /** Told of what the code has printed so far, in pieces. */
  readonly onText?: (text: string) => void;
}

/** What the link has cost so far. */
export interface WireCount {
  /** Bytes sent, protocol included. */
  readonly bytes: number;
  /** Times that something was sent and its answer waited for. */
  readonly roundTrips: number;
}

export interface Executor {
  readonly features: ReadonlySet<BoardFeature>;
  readonly count: WireCount;
  /**
   * Runs Python in the board's globals and answers with exactly what it printed, whatever else the board says meanwhile.
   * Rejects with a BoardException where it raised, else with a DeviceError.
   */
  execute(code: string, options?: ExecuteOptions): Promise<string>;
}

/** An exception that our own code on the board raised. */
export class BoardException extends Error {
  override readonly name = 'BoardException';
  /** Exception class, such as `OSError`. */
  readonly type: string;
  /** First argument where it is a number: `errno` of an OSError. */
  readonly errno: number | undefined;

  constructor(type: string, text: string, errno?: number) {
    super(text);
    this.type = type;
    this.errno = errno;
  }
}
