/** A located, plain-language finding about something a person wrote: a program, a diagram, a lesson, an option. */

export interface Location {
  /** File name as the person knows it, relative to the project or lesson. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Path inside a data file, such as `parts[2].attrs.color`. */
  readonly path?: string;
}

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Machine-readable kind in kebab-case, such as `unknown-part`. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly fix?: string;
  readonly where?: Location;
}

/** Renders `file:line:column path: message fix` as one line for a terminal or a log. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, path } = problem.where ?? {};
  const place = [file, line, column].filter((piece) => piece !== undefined).join(':');
  const prefix = [place, path].filter(Boolean).join(' ');
  const text = problem.fix ? `${problem.message} ${problem.fix}` : problem.message;
  return prefix ? `${prefix}: ${text}` : text;
}
