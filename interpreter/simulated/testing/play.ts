/** Plays programs on a device in tests and keeps everything that is told. Knows no kind of device. */

import { PROBE, type Speed, STIMULUS, type TimedStimulus, VIRTUAL_TIME } from '../../device/capability.ts';
import type { Device, OutputChunk, ProgramFiles, RunResult } from '../../device/device.ts';
import type { Notice, PartSnapshot, PinEdge, PwmChange, WorldSample } from '../../device/trace.ts';
import type { Diagram } from '../../diagram/diagram.ts';

export interface PlayOptions {
  /** Virtual time, ns. */
  readonly limit?: number;
  readonly seed?: number;
  readonly speed?: Speed;
  readonly stimuli?: readonly TimedStimulus[];
  /** All of standard input. Default: none, and it does not end. */
  readonly input?: string;
  /** Called as soon as the program has printed `text`. */
  readonly once?: { readonly text: string; readonly then: () => void };
}

export interface Played {
  readonly result: RunResult;
  /** Everything printed, the report of an exception included. */
  readonly text: string;
  readonly output: readonly OutputChunk[];
  readonly edges: readonly PinEdge[];
  readonly pwm: readonly PwmChange[];
  readonly parts: readonly PartSnapshot[];
  readonly world: readonly WorldSample[];
  readonly notices: readonly Notice[];
}

/** A device that can be told that no more input comes. */
export interface TestDevice extends Device {
  endInput?(): void;
}

export function boardOnly(board: string): Diagram {
  return { version: 1, board, parts: [], connections: [] };
}

/** @param program main.py, or files. */
export async function play(
  device: TestDevice,
  program: string | ProgramFiles,
  options: PlayOptions = {},
): Promise<Played> {
  const { limit, seed = 1, speed = 'max', stimuli = [], input, once } = options;
  const output: OutputChunk[] = [];
  const trace = {
    edges: [] as PinEdge[],
    pwm: [] as PwmChange[],
    parts: [] as PartSnapshot[],
    world: [] as WorldSample[],
    notices: [] as Notice[],
  };
  const text = (): string => output.map((chunk) => chunk.text).join('');
  await device.open();
  await device.load(typeof program === 'string' ? { 'main.py': program } : program);
  device.capability(STIMULUS)?.plan(stimuli);
  const time = device.capability(VIRTUAL_TIME);
  if (time) Object.assign(time, { limit, seed });
  time?.setSpeed(speed);
  let waiting = once;
  const listeners = [
    device.onOutput((chunk) => {
      output.push(chunk);
      if (!waiting || !text().includes(waiting.text)) return;
      const { then } = waiting;
      waiting = undefined;
      then();
    }),
    device.capability(PROBE)?.onTrace((batch) => {
      for (const edge of batch.edges) trace.edges.push(edge);
      for (const change of batch.pwm) trace.pwm.push(change);
      for (const snapshot of batch.parts) trace.parts.push(snapshot);
      for (const sample of batch.world) trace.world.push(sample);
      for (const notice of batch.notices) trace.notices.push(notice);
    }),
  ];
  const ended = device.run();
  if (input !== undefined) {
    void device.write(input);
    device.endInput?.();
  }
  const result = await ended;
  for (const listener of listeners) listener?.dispose();
  return { result, text: text(), output, ...trace };
}
