/** Files on the board. Source: MicroPython docs, module os; Python's own `open`. */

import { type BlockFamily, known, menu, object, option, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';

const file = known('FILE', ['file'], 'file', 'f', 'fp', 'fh', 'log', 'logfile');

export const files: BlockFamily = {
  style: 'files',
  blocks: [
    value('file_open', {
      message: 'FILE_OPEN',
      args: [
        slot('NAME', "'data.txt'"),
        menu(
          'MODE',
          ['FILE_TO_READ', 'r'],
          ['FILE_TO_WRITE', 'w'],
          ['FILE_TO_APPEND', 'a'],
          ['FILE_TO_READ_BYTES', 'rb'],
          ['FILE_TO_WRITE_BYTES', 'wb'],
        ),
      ],
      tooltip: 'FILE_OPEN_TIP',
      python: by('MODE', {
        r: ['open($NAME)', "open($NAME, 'r')"],
        w: "open($NAME, 'w')",
        a: "open($NAME, 'a')",
        rb: "open($NAME, 'rb')",
        wb: "open($NAME, 'wb')",
      }),
    }),
    statement('file_write', {
      message: 'FILE_WRITE',
      args: [slot('DATA', "''"), file],
      tooltip: 'FILE_WRITE_TIP',
      python: '$FILE.write($DATA)',
    }),
    value('file_read', {
      message: 'FILE_READ',
      args: [
        menu(
          'WHAT',
          ['FILE_READ_ALL', 'read'],
          ['FILE_READ_LINE', 'readline'],
          ['FILE_READ_LINES', 'readlines'],
        ),
        file,
      ],
      tooltip: 'FILE_READ_TIP',
      python: '$FILE.$WHAT()',
    }),
    statement('flush', {
      message: 'FILE_FLUSH',
      args: [file],
      tooltip: 'FILE_FLUSH_TIP',
      python: '$FILE.flush()',
    }),
    statement('close', {
      message: 'CLOSE',
      args: [object('THING', 'file')],
      tooltip: 'CLOSE_TIP',
      python: '$THING.close()',
    }),
    value('file_names', {
      message: 'FILE_NAMES',
      args: [option('FOLDER')],
      tooltip: 'FILE_NAMES_TIP',
      python: 'os.listdir($FOLDER)',
    }),
    statement('file_manage', {
      message: 'FILE_MANAGE',
      args: [
        menu('WHAT', ['FILE_REMOVE', 'remove'], ['FILE_MKDIR', 'mkdir'], ['FILE_RMDIR', 'rmdir']),
        slot('NAME', "'data.txt'"),
      ],
      tooltip: 'FILE_MANAGE_TIP',
      python: by('WHAT', {
        remove: 'os.remove($NAME)',
        mkdir: 'os.mkdir($NAME)',
        rmdir: 'os.rmdir($NAME)',
      }),
    }),
    statement('file_rename', {
      message: 'FILE_RENAME',
      args: [slot('OLD', "'a.txt'"), slot('NEW', "'b.txt'")],
      tooltip: 'FILE_RENAME_TIP',
      python: 'os.rename($OLD, $NEW)',
    }),
  ],
};
