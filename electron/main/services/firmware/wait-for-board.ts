/** Waits until a board that was told to restart shows its port again. All is written by then: Cancel only ends the waiting. */

import type { PortSummary } from '#common/host/host.ts';
import type { Timers } from '#common/time/timers.ts';
import type { FirmwareReport } from '#interpreter/device/firmware.ts';
import type { BoardPorts } from '#interpreter/real/board-ports.ts';

/** Between two looks at the list, milliseconds. */
const EVERY = 250;
/** MicroPython formats its file system at its first start, which can take some seconds; milliseconds. */
const LIMIT = 15_000;
/** Looks in a row: a port that a board shows for a moment on its way from bootloader to program does not count. */
const STEADY = 6;

export interface WaitOptions {
  readonly ports: Pick<BoardPorts, 'list'>;
  readonly timers: Timers;
  readonly signal: AbortSignal;
  readonly isBack: (port: PortSummary) => boolean;
}

export async function waitForBoard({ ports, timers, signal, isBack }: WaitOptions): Promise<FirmwareReport> {
  const until = timers.now() + LIMIT;
  let seen: { readonly path: string; readonly times: number } | undefined;
  while (timers.now() < until && !signal.aborted) {
    const path = (await ports.list()).find(isBack)?.path;
    const times: number = path !== undefined && path === seen?.path ? seen.times + 1 : 1;
    seen = path === undefined ? undefined : { path, times };
    if (seen && seen.times >= STEADY) return { board: 'back', port: seen.path };
    await new Promise<void>((resolve) => void timers.after(EVERY, resolve));
  }
  return { board: 'not-seen' };
}
