/** A sentence with what is to be typed somewhere as its pieces, so that it can be copied. Knows no view. */

/** A command of a shell or a udev rule, with nothing behind it. */
const AT_END = /: (sudo .+|SUBSYSTEM=.+)$/;

export interface SentencePiece {
  readonly text: string;
  readonly isCommand: boolean;
}

export function splitCommands(sentence: string): readonly SentencePiece[] {
  return sentence
    .replace(AT_END, ': `$1`')
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text, isCommand: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
