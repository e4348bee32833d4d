/** The `pinlab` terminal program: picks the command, and turns every failure into a sentence and an exit code. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import { PinlabError } from '#common/errors/pinlab-error.ts';
import { formatProblem } from '#common/errors/problem.ts';
import { DeviceError } from '#interpreter/device/device-error.ts';
import packageFile from '../package.json' with { type: 'json' };
import { type Command, type CommandGroup, EXIT, lastWord } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { helpFor, helpForAll, helpForGroup } from './help.ts';
import { inputError } from './input-error.ts';
import { parseOptions } from './options.ts';
import { type Terminal, processTerminal } from './terminal.ts';

/** Runs what the arguments say and returns the exit code. Never rejects. */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
  commands: readonly (Command | CommandGroup)[] = COMMANDS,
): Promise<number> {
  try {
    return await dispatch(args, terminal, commands);
  } catch (error) {
    terminal.err(`${describe(error)}\n`);
    return isFault(error) ? EXIT.fault : EXIT.badInput;
  }
}

async function dispatch(
  args: readonly string[],
  terminal: Terminal,
  commands: readonly (Command | CommandGroup)[],
): Promise<number> {
  const [name, ...rest] = args;
  if (isHelp(name)) {
    terminal.out(helpForAll(commands));
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${packageFile.version}\n`);
    return EXIT.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const names = commands.map((candidate) => candidate.name);
    const message = `There is no command "${name}".`;
    throw inputError({ code: 'unknown-command', message, fix: suggestName(name, names, 'commands') });
  }
  return 'commands' in command ? runFromGroup(command, rest, terminal) : runCommand(command, rest, terminal);
}

async function runFromGroup(
  group: CommandGroup,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [word, ...rest] = args;
  if (isHelp(word)) {
    terminal.out(helpForGroup(group));
    return word === undefined ? EXIT.badInput : EXIT.done;
  }
  const command = group.commands.find((candidate) => lastWord(candidate) === word);
  if (command) return runCommand(command, rest, terminal);
  const message = `There is no "pinlab ${group.name} ${word}".`;
  const fix = suggestName(word, group.commands.map(lastWord), 'words');
  throw inputError({ code: 'unknown-command', message, fix });
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions(args, command.options, command.name);
  if (options.has('help')) {
    terminal.out(helpFor(command));
    return EXIT.done;
  }
  return command.run(options, terminal);
}

/** No word at all is answered by the help text too. */
function isHelp(word: string | undefined): word is '--help' | '-h' | 'help' | undefined {
  return word === undefined || word === '--help' || word === '-h' || word === 'help';
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
