/** Plays one run on any device: output to the terminal, input and Ctrl-C from it. Knows neither files nor diagrams. */

import { DisposableStore } from '#common/lifecycle/disposable.ts';
import { type Nanoseconds, formatDuration } from '#common/time/duration.ts';
import {
  PROBE,
  STIMULUS,
  type Speed,
  type TimedStimulus,
  VIRTUAL_TIME,
} from '#interpreter/device/capability.ts';
import type { Device, OutputChunk, ProgramFiles, RunEnd, RunResult } from '#interpreter/device/device.ts';
import type { Notice, TraceBatch } from '#interpreter/device/trace.ts';
import { EXIT } from '../command.ts';
import type { Terminal } from '../terminal.ts';

export interface RunRequest {
  readonly files: ProgramFiles;
  readonly stimuli: readonly TimedStimulus[];
  readonly seed: number;
  readonly speed: Speed;
  /** Virtual time after which the run ends, ns. */
  readonly limit?: Nanoseconds | undefined;
}

export interface RunObserver {
  readonly onOutput: (chunk: OutputChunk) => void;
  readonly onTrace: (batch: TraceBatch) => void;
}

export interface PlayedRun {
  readonly result: RunResult;
  readonly exit: number;
}

/** A device that can also be told that no more input will come. */
export interface PlayableDevice extends Device {
  endInput?(): void;
}

const EXIT_OF: Readonly<Record<RunEnd, number>> = {
  finished: EXIT.done,
  'time-limit': EXIT.done,
  raised: EXIT.failed,
  stopped: EXIT.done,
  fault: EXIT.fault,
};

/** Opens the device, runs the program to its end and disposes the device. */
export async function play(
  device: PlayableDevice,
  request: RunRequest,
  terminal: Terminal,
  observer: RunObserver,
): Promise<PlayedRun> {
  const store = new DisposableStore();
  store.add(device);
  try {
    await device.open();
    const interrupt = watchInterrupts(device, terminal, store);
    store.add(device.onOutput(observer.onOutput));
    const probe = device.capability(PROBE);
    if (probe) store.add(probe.onTrace(observer.onTrace));
    prepare(device, request);
    await device.load(request.files);
    store.add(
      terminal.readInput(
        (text) => void device.write(text).catch(ignore),
        () => device.endInput?.(),
      ),
    );
    const result = await device.run();
    if (result.error) terminal.err(`${result.error.message}\n`);
    return { result, exit: interrupt.happened ? EXIT.interrupted : EXIT_OF[result.end] };
  } finally {
    store.dispose();
  }
}

/** What is typed after the end of a run has nobody to read it. */
function ignore(): void {}

function prepare(device: Device, { stimuli, seed, speed, limit }: RunRequest): void {
  device.capability(STIMULUS)?.plan(stimuli);
  const time = device.capability(VIRTUAL_TIME);
  if (!time) return;
  time.seed = seed;
  time.limit = limit;
  time.setSpeed(speed);
}

function watchInterrupts(
  device: Device,
  terminal: Terminal,
  store: DisposableStore,
): { readonly happened: boolean } {
  const state = { happened: false };
  const stop = (): void => void device.stop().catch(ignore);
  store.add(
    terminal.onInterrupt(() => {
      state.happened = true;
      stop();
    }),
  );
  store.add(terminal.onClosed(stop));
  return state;
}

/** One line for standard error: `[notice] 12.5 s, line 3: …`. */
export function noticeLine({ at, line, message }: Notice): string {
  const place = line === undefined ? '' : `, line ${line}`;
  return `[notice] ${formatDuration(at)}${place}: ${message}\n`;
}
