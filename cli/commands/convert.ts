/** `pinlab convert`: Python as blocks, blocks as Python, and the proof that nothing is lost on the way. */

import type { Command } from '../command.ts';

export const convert: Command = {
  name: 'convert',
  synopsis: 'FILE | --round-trip FILE|DIR …',
  summary: 'Turn Python into blocks, or blocks into Python.',
  details: [
    'blocks are the JSON of a Blockly workspace; text is Python. What is no part of the program is named on standard error.',
    '--round-trip turns programs into blocks and back and compares: exit code 1 where one does not come back byte for byte.',
  ].join('\n'),
  options: [
    {
      name: 'to',
      value: 'blocks|text',
      help: 'What to print. Default: blocks for a .py file, text for a .json file.',
    },
    { name: 'round-trip', help: 'Convert Python to blocks and back, and report instead of printing it.' },
    { name: 'json', help: 'Print the report of --round-trip as JSON.' },
  ],
  async run(options, terminal) {
    const { runConvert } = await import('../convert/run-convert.ts');
    return runConvert(options, terminal);
  },
};
