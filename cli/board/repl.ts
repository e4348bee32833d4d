/** `pinlab board repl`: the board's own prompt in this terminal. */

import { DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { DeviceError } from '#interpreter/device/device-error.ts';
import { inputError } from '../input-error.ts';
import type { Terminal } from '../terminal.ts';
import type { Answer, BoardWord } from './board-command.ts';
import { KeyReader, PASTE_MARKS_OFF, PASTE_MARKS_ON } from './keys.ts';
import { noPositionals } from './positionals.ts';
import type { BoardSession } from './session.ts';

export const repl: BoardWord = {
  word: 'repl',
  synopsis: '',
  summary: 'Type at the board’s own prompt. Ctrl-] or Ctrl-X leaves.',
  details: [
    'Keys go to the board as they are: Ctrl-C interrupts its program, Ctrl-D restarts MicroPython, Tab completes. Pasted',
    'text is run as one piece. A program that runs on the board is interrupted when this begins.',
  ].join('\n'),
  withoutJson: true,
  plan(options, terminal) {
    noPositionals(options, 'pinlab board repl');
    return (session) => talk(session, terminal);
  },
};

async function talk({ prompt, port, link }: BoardSession, terminal: Terminal): Promise<Answer> {
  const store = new DisposableStore();
  try {
    await new Promise<void>((resolve, reject) => {
      const send = inOrder(reject);
      const reader = new KeyReader();
      const onKeys = (text: string): void => {
        for (const event of reader.feed(text)) {
          if (event.kind === 'leave') resolve();
          else if (event.kind === 'keys') send(() => prompt.write(event.text));
          else send(() => pasteOrType(prompt, event.text));
        }
      };
      const keys = terminal.readKeys(onKeys, resolve);
      if (!keys) throw noTerminal();
      store.add(keys);
      // The terminal adds the carriage return itself.
      store.add(prompt.onText((text) => terminal.out(text.replaceAll('\r\n', '\n'))));
      store.add(terminal.onClosed(resolve));
      terminal.err(`${link.info?.machine ?? 'Board'} at ${port.path}. Ctrl-] or Ctrl-X leaves.\n`);
      terminal.out(PASTE_MARKS_ON);
      store.add(toDisposable(() => terminal.out(PASTE_MARKS_OFF)));
      // Asks for a prompt to type at.
      send(() => prompt.write('\r'));
    });
  } finally {
    store.dispose();
    terminal.err('\n');
  }
  return { json: {} };
}

/** One after the other. What is typed while the board is away is lost, and says so once by the link's own words. */
function inOrder(fail: (error: unknown) => void): (task: () => Promise<void>) => void {
  let last = Promise.resolve();
  return (task) => {
    last = last.then(task).catch((error: unknown) => {
      if (!(error instanceof DeviceError) || error.code !== 'link-lost') fail(error);
    });
  };
}

/** A program that runs takes pasted text as its input. */
async function pasteOrType(prompt: BoardSession['prompt'], text: string): Promise<void> {
  try {
    await prompt.paste(text);
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== 'busy') throw error;
    await prompt.write(text.replaceAll('\n', '\r'));
  }
}

function noTerminal(): Error {
  return inputError({
    code: 'no-terminal',
    message: 'The prompt needs a terminal to type in; standard input is none.',
    fix: 'To run a program write pinlab board run FILE.',
  });
}
