/** Where a run pauses: the lines that were asked for, each moved on to a line that has a statement. Knows no time and no host. */

export class Breakpoints {
  #wanted: readonly number[];
  #statements: readonly number[] = [];
  #lines: ReadonlySet<number> = new Set();

  /** @param wanted 1-based lines of main.py. */
  constructor(wanted: readonly number[]) {
    this.#wanted = wanted;
  }

  /** False where no statement can pause the run: then nobody need look at each. */
  get exist(): boolean {
    return this.#lines.size > 0;
  }

  /** Whether the statement of a line pauses the run. */
  has(line: number): boolean {
    return this.#lines.has(line);
  }

  set(wanted: readonly number[]): void {
    this.#wanted = wanted;
    this.#place();
  }

  /** @param statements lines of main.py that have a statement, in order. */
  placeOn(statements: readonly number[]): void {
    this.#statements = statements;
    this.#place();
  }

  /** A blank line or a comment stands for the next statement; behind the last one nothing pauses. */
  #place(): void {
    this.#lines = new Set(
      this.#wanted.flatMap((line) => this.#statements.find((statement) => statement >= line) ?? []),
    );
  }
}
