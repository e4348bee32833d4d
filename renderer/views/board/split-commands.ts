/** A sentence with commands in backquotes as its pieces, so that each command can be copied. */

export interface SentencePiece {
  readonly text: string;
  readonly isCommand: boolean;
}

export function splitCommands(sentence: string): readonly SentencePiece[] {
  return sentence
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text, isCommand: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
