/** All words of `pinlab board`, in the order of the help text. A new one is one file here and one line below. */

import type { CommandGroup } from '../command.ts';
import { boardServe } from '../commands/board-serve.ts';
import type { OpenAccess } from './access.ts';
import { boardCommand } from './board-command.ts';
import { mkdir, mv, rm } from './change.ts';
import { firmwareCommand } from './firmware.ts';
import { get } from './get.ts';
import { info } from './info.ts';
import { listCommand } from './list.ts';
import { ls } from './ls.ts';
import { put } from './put.ts';
import { repl } from './repl.ts';
import { runOnBoard } from './run-on-board.ts';
import { sync } from './sync.ts';

const WORDS = [runOnBoard, put, get, ls, rm, mkdir, mv, sync, repl, info];

export function boardGroup(openAccess: OpenAccess): CommandGroup {
  return {
    name: 'board',
    summary: 'Work with a board on a cable: run, files, prompt, firmware.',
    details: [
      'Without --port the only board that is plugged in is meant. Exit code 1: the program raised, or the board could not do',
      'it; 2: bad usage or input, or the port cannot be used.',
    ].join('\n'),
    commands: [
      listCommand(openAccess),
      ...WORDS.map((word) => boardCommand(openAccess, word)),
      firmwareCommand(openAccess),
      boardServe,
    ],
  };
}
