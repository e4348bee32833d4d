/** The `pinlab` terminal program: picks the command, and turns every failure into a sentence and an exit code. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import { PinlabError } from '#common/errors/pinlab-error.ts';
import { formatProblem } from '#common/errors/problem.ts';
import { DeviceError } from '#interpreter/device/device-error.ts';
import packageFile from '../package.json' with { type: 'json' };
import { EXIT } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { helpFor, helpForAll } from './help.ts';
import { inputError } from './input-error.ts';
import { parseOptions } from './options.ts';
import { type Terminal, processTerminal } from './terminal.ts';

/** Runs what the arguments say and returns the exit code. Never rejects. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    terminal.err(`${describe(error)}\n`);
    return isFault(error) ? EXIT.fault : EXIT.badInput;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(helpForAll(COMMANDS));
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${packageFile.version}\n`);
    return EXIT.done;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const names = COMMANDS.map((candidate) => candidate.name);
    const message = `There is no command "${name}".`;
    throw inputError({ code: 'unknown-command', message, fix: suggestName(name, names, 'commands') });
  }
  const options = parseOptions(rest, command.options, command.name);
  if (options.has('help')) {
    terminal.out(helpFor(command));
    return EXIT.done;
  }
  return command.run(options, terminal);
}

/** Everything that a person can mend is a PinlabError; a crash is not theirs to mend. */
function isFault(error: unknown): boolean {
  if (error instanceof DeviceError) return error.code === 'interpreter-crashed';
  return !(error instanceof PinlabError);
}

function describe(error: unknown): string {
  if (error instanceof PinlabError) {
    return error.problems.length > 0 ? error.problems.map(formatProblem).join('\n') : error.message;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Pinlab failed, which is its own mistake. Please report this:\n${reason}`;
}
