/** `pinlab run`: runs a program on a simulated board, with nothing but the program's own output on standard output. */

import { type Nanoseconds, parseDuration } from '#common/time/duration.ts';
import type { Speed } from '#interpreter/device/capability.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardIn, findWorld } from '#interpreter/diagram/lookup.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import type { Command } from '../command.ts';
import { inputError } from '../input-error.ts';
import { createNodeDevice } from '../node-device.ts';
import type { ParsedOptions } from '../options.ts';
import { readControlOptions } from '../run/control-options.ts';
import { type RunObserver, type RunRequest, noticeLine, play } from '../run/play.ts';
import { readProgram } from '../run/program.ts';
import { ReportCollector } from '../run/report.ts';
import { type TextFile, openTextFile } from '../run/text-file.ts';
import { type VcdWriter, createVcdWriter } from '../run/vcd.ts';
import { readWiring } from '../run/wiring.ts';
import type { Terminal } from '../terminal.ts';

const DEFAULT_SEED = 1;

export const run: Command = {
  name: 'run',
  synopsis: 'FILE|DIR',
  summary: 'Run a program on a simulated board.',
  details: [
    'FILE is run as main.py, with the modules and the diagram.json beside it. DIR must have a main.py, and may have a',
    'boot.py, more *.py, lib/ and a diagram.json. Standard input feeds input(). Ctrl-C stops the program.',
  ].join('\n'),
  options: [
    {
      name: 'board',
      value: 'ID',
      help: 'Board to simulate, in place of the one in the diagram. Default: pico.',
    },
    { name: 'diagram', value: 'FILE', help: 'Wiring, in place of the diagram.json beside the program.' },
    { name: 'for', value: 'TIME', help: 'Stop after so much virtual time, such as 10s, 5min or 24h.' },
    { name: 'seed', value: 'N', help: `Seed of everything random. Default: ${DEFAULT_SEED}.` },
    {
      name: 'speed',
      value: 'N',
      help: 'Virtual seconds for each real one, 0.1 to 100, or max. Default: max.',
    },
    {
      name: 'set',
      value: 'PART.CONTROL=V[@TIME]',
      repeated: true,
      help: 'Set a control, from the start or from TIME on.',
    },
    { name: 'trace', value: 'FILE.vcd', help: 'Write pins, parts and the world as waveforms for GTKWave.' },
    { name: 'json', help: 'Print one JSON object about the run instead of the program’s output.' },
  ],
  run: runCommand,
};

async function runCommand(options: ParsedOptions, terminal: Terminal): Promise<number> {
  const program = readProgram(onlyPath(options), terminal.folder);
  const diagram = readWiring(
    { diagramFile: options.text('diagram'), board: options.text('board'), programFolder: program.folder },
    terminal,
  );
  const request: RunRequest = {
    files: program.files,
    stimuli: readControlOptions(options.texts('set'), diagram),
    seed: readSeed(options.text('seed')),
    speed: readSpeed(options.text('speed')),
    limit: readLimit(options.text('for')),
  };
  const json = options.has('json');
  const traceFile = options.text('trace');
  const file = traceFile === undefined ? undefined : openTextFile(traceFile, terminal.folder);
  try {
    return await playAndReport(diagram, request, terminal, { json, file });
  } finally {
    file?.dispose();
  }
}

async function playAndReport(
  diagram: Diagram,
  request: RunRequest,
  terminal: Terminal,
  { json, file }: { readonly json: boolean; readonly file: TextFile | undefined },
): Promise<number> {
  const { seed, stimuli, files } = request;
  const vcd = file && vcdFor(diagram, file);
  const report = json
    ? new ReportCollector({ board: diagram.board, seed, stimuli, files: Object.keys(files).sort() })
    : undefined;
  const observer: RunObserver = {
    onOutput(chunk) {
      report?.addOutput(chunk);
      if (chunk.stream === 'stderr') terminal.err(chunk.text);
      else if (!report) terminal.out(chunk.text);
    },
    onTrace(batch) {
      report?.addTrace(batch);
      vcd?.add(batch);
      for (const notice of batch.notices) terminal.err(noticeLine(notice));
    },
  };
  const { result, exit } = await play(createNodeDevice(diagram), request, terminal, observer);
  vcd?.finish(result.at);
  if (report) terminal.out(`${JSON.stringify(report.finish(result, exit))}\n`);
  return exit;
}

function vcdFor(diagram: Diagram, file: TextFile): VcdWriter | undefined {
  const board = findBoardIn(CATALOG.boards, diagram.board);
  const world = diagram.world && findWorld(CATALOG, diagram.world.type);
  return board && createVcdWriter({ board, world, write: (text) => file.write(text) });
}

function onlyPath({ positionals }: ParsedOptions): string {
  const [path, ...more] = positionals;
  if (path === undefined) {
    throw inputError({
      code: 'bad-usage',
      message: 'No program is named.',
      fix: 'Write pinlab run FILE or pinlab run DIR.',
    });
  }
  if (more.length > 0) {
    throw inputError({
      code: 'bad-usage',
      message: `One program at a time: ${more.join(' ')} is too much.`,
      fix: 'Name one.',
    });
  }
  return path;
}

function readLimit(text: string | undefined): Nanoseconds | undefined {
  if (text === undefined) return undefined;
  const limit = parseDuration(text);
  if (limit !== undefined && limit > 0) return limit;
  throw badOption(
    `--for ${text}`,
    'This is no length of time.',
    'Write a number with a unit, such as 10s, 5min or 24h.',
  );
}

function readSeed(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SEED;
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffffffff) return seed;
  throw badOption(`--seed ${text}`, 'This is no seed.', 'Write a whole number from 0 to 4294967295.');
}

function readSpeed(text: string | undefined): Speed {
  if (text === undefined || text === 'max') return 'max';
  const speed = Number(text);
  if (speed >= 0.1 && speed <= 100) return speed;
  throw badOption(`--speed ${text}`, 'This is no speed.', 'Write a number from 0.1 to 100, or max.');
}

function badOption(file: string, message: string, fix: string): Error {
  return inputError({ code: 'bad-option', message, fix, where: { file } });
}
