/** A place where a text stops being JSON. Caught inside this folder and told as data. */

export class JsonSyntaxError extends Error {
  /** In UTF-16 code units from the beginning of the text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
