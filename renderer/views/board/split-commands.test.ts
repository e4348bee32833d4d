import { expect, it } from 'vitest';
import { splitCommands } from './split-commands.ts';

it.each([
  ['Close it.', [['Close it.', false]]],
  [
    'Run `a b` twice.',
    [
      ['Run ', false],
      ['a b', true],
      [' twice.', false],
    ],
  ],
  [
    'Run this once, then log out: sudo usermod -aG dialout $USER',
    [
      ['Run this once, then log out: ', false],
      ['sudo usermod -aG dialout $USER', true],
    ],
  ],
])('finds what is to be copied in %s', (sentence, pieces) => {
  expect(splitCommands(sentence).map(({ text, isCommand }) => [text, isCommand])).toEqual(pieces);
});
