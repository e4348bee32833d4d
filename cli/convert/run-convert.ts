/** What `pinlab convert` does. It knows all blocks, so that it is loaded only for this command. */

import { statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { PinlabError } from '#common/errors/pinlab-error.ts';
import { formatProblem, type Problem } from '#common/errors/problem.ts';
import { EXIT } from '../command.ts';
import { type RoundTrip, roundTrip, roundTripLine, totalsOf } from './round-trip.ts';
import { readBlocks } from './to-blocks.ts';
import { blocksToText } from './to-text.ts';
import { workspaceJson } from './workspace-json.ts';
import { InputError, inputError } from '../input-error.ts';
import type { ParsedOptions } from '../options.ts';
import { pythonFiles, readText } from '../run/program.ts';
import type { Terminal } from '../terminal.ts';

const USUAL_TARGETS: Readonly<Record<string, string>> = { '.py': 'blocks', '.json': 'text' };

/** Returns the exit code. Throws an InputError for bad input. */
export function runConvert(options: ParsedOptions, terminal: Terminal): number {
  return options.has('round-trip') ? prove(options, terminal) : print(options, terminal);
}

function print(options: ParsedOptions, terminal: Terminal): number {
  const [file, ...more] = options.positionals;
  if (file === undefined) throw usage('No file is named.', 'Write pinlab convert FILE.');
  if (more.length > 0) throw usage('One file at a time.', 'Several can be given with --round-trip.');
  if (options.has('json')) throw usage('--json belongs to --round-trip.', 'Blocks are JSON without it.');
  const target = options.text('to') ?? USUAL_TARGETS[extname(file).toLowerCase()];
  if (target === undefined)
    throw usage(
      `${file} is neither a .py nor a .json file.`,
      'Say what to print with --to blocks or --to text.',
    );
  if (target !== 'blocks' && target !== 'text')
    throw usage(`There is no --to ${target}.`, 'Write --to blocks or --to text.');
  if (isFolder(file, terminal)) throw usage(`${file} is a folder.`, 'Give one file, or add --round-trip.');
  const text = readText(resolve(terminal.folder, file), file);
  if (target === 'text') {
    const converted = blocksToText(text, file);
    for (const warning of converted.warnings) terminal.err(`${formatProblem(warning)}\n`);
    terminal.out(converted.text);
    return EXIT.done;
  }
  const reading = readBlocks(text, file);
  if (!reading.ok) throw new InputError([reading.problem]);
  terminal.out(`${workspaceJson(reading.view.blocks)}\n`);
  return EXIT.done;
}

function prove(options: ParsedOptions, terminal: Terminal): number {
  if (options.has('to')) throw usage('--round-trip goes both ways.', 'Leave out --to.');
  const { positionals } = options;
  if (positionals.length === 0) throw usage('No file is named.', 'Write pinlab convert --round-trip FILE.');
  const results = filesOf(positionals, terminal).map((file) => proveFile(file, terminal));
  const reports = results.filter((result) => 'identical' in result);
  const problems = results.filter((result) => 'severity' in result);
  const [only] = positionals;
  if (positionals.length === 1 && only !== undefined && !isFolder(only, terminal)) {
    if (problems.length > 0) throw new InputError(problems);
    for (const report of reports)
      terminal.out(`${options.has('json') ? JSON.stringify(report) : roundTripLine(report)}\n`);
  } else {
    for (const problem of problems) terminal.err(`${formatProblem(problem)}\n`);
    terminal.out(options.has('json') ? manyAsJson(reports, problems) : manyAsText(reports, problems));
  }
  if (problems.length > 0) return EXIT.badInput;
  return reports.every(({ identical }) => identical) ? EXIT.done : EXIT.failed;
}

/** The programs that are named, in this order; those of a folder by name. */
function filesOf(paths: readonly string[], terminal: Terminal): string[] {
  return paths.flatMap((path) => {
    if (!isFolder(path, terminal)) return [path];
    const folder = resolve(terminal.folder, path);
    const found = [...pythonFiles(folder)].map((place) => join(path, relative(folder, place)));
    if (found.length === 0) throw usage(`There is no .py file in ${path}.`, 'Name another folder.');
    return found.map((file) => file.replaceAll('\\', '/'));
  });
}

function proveFile(file: string, terminal: Terminal): RoundTrip | Problem {
  try {
    return roundTrip(readText(resolve(terminal.folder, file), file), file);
  } catch (error) {
    const [problem] = error instanceof PinlabError ? error.problems : [];
    if (problem) return problem;
    throw error;
  }
}

function manyAsJson(files: readonly RoundTrip[], problems: readonly Problem[]): string {
  const unreadable = problems.map(({ message, where }) => ({ ...where, message }));
  const totals = totalsOf(files, problems.length);
  return `${JSON.stringify({ files, unreadable, totals })}\n`;
}

function manyAsText(files: readonly RoundTrip[], problems: readonly Problem[]): string {
  const { native, statements, identical, unreadable } = totalsOf(files, problems.length);
  const rest = unreadable > 0 ? ` ${unreadable} could not be read.` : '';
  return [
    ...files.map(roundTripLine),
    `${identical} of ${files.length} files come back byte for byte; ${native} of ${statements} statements are blocks.${rest}`,
    '',
  ].join('\n');
}

function isFolder(path: string, terminal: Terminal): boolean {
  return statSync(resolve(terminal.folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function usage(message: string, fix: string): InputError {
  return inputError({ code: 'bad-usage', message, fix });
}
