/** Thrown through the interpreter to end a run from outside Python. The interpreter cannot be used afterwards. */

export class RunEnded extends Error {
  override readonly name = 'RunEnded';
  readonly end: 'stopped' | 'time-limit';

  constructor(end: RunEnded['end']) {
    super(end);
    this.end = end;
  }
}
