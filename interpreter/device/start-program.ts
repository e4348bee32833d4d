/**
 * A program as it is stored on a board to start with it (`/main.py`). A program that could keep the board from listening gets a pause
 * at its top, in which Stop reaches the board after it was plugged in. The pause moves no line wherever that is possible, so that
 * tracebacks stay true: it takes the place of an empty line or stands before a comment among the first imports, or before the first
 * statement on its line. Only a program whose first line opens a block, with no such line before it, gets a line more. Knows no boards.
 */

/** Binds no name, so that it cannot disturb the program's own. */
const PAUSE = "__import__('time').sleep_ms(800)";
const NOTE = '  # Pinlab: time for Stop after power-on';
const ADDED = ' (this line is added)';

const IMPORT = /^(?:import|from)\s[^"'()[\]{}\\]*$/;
const EMPTY_OR_COMMENT = /^(?:#.*)?$/;
const OPENS_BLOCK = /^(?:\s|@|(?:async|class|def|for|if|match|try|while|with)\b)/;
/** A statement that surely ends on its line, without a comment. */
const PLAIN_LINE = /^[^#"'()[\]{}\\;]+$/;

/** The program's text as it is to be saved as `/main.py`. */
export function asStartProgram(text: string): string {
  if (text.includes(PAUSE) || !needsPause(text)) return text;
  const lines = splitLines(text);
  const place = lines.findIndex(({ content }) => !IMPORT.test(content));
  const line = lines[place];
  const first = lines[0];
  if (line && EMPTY_OR_COMMENT.test(line.content)) {
    line.content = `${PAUSE}${NOTE}${line.content === '' ? '' : `  ${line.content}`}`;
  } else if (first && !OPENS_BLOCK.test(first.content)) {
    first.content = `${PAUSE}; ${first.content}${PLAIN_LINE.test(first.content) ? NOTE : ''}`;
  } else {
    lines.unshift({ content: `${PAUSE}${NOTE}${ADDED}`, end: first?.end === '\r\n' ? '\r\n' : '\n' });
  }
  return joinLines(lines);
}

/** The person's own text of what `asStartProgram` made; any other text as it is. */
export function fromStartProgram(text: string): string {
  const lines = splitLines(text);
  const at = lines.findIndex(({ content }) => content.startsWith(PAUSE));
  const line = lines[at];
  if (!line || lines.slice(0, at).some(({ content }) => !IMPORT.test(content))) return text;
  const rest = line.content.slice(PAUSE.length);
  if (rest === NOTE + ADDED) lines.splice(at, 1);
  else if (rest.startsWith(NOTE)) line.content = rest.slice(NOTE.length).replace(/^ {2}(?=#)/, '');
  else if (rest.startsWith('; ')) line.content = withoutNote(rest.slice(2));
  return joinLines(lines);
}

function withoutNote(statement: string): string {
  return statement.endsWith(NOTE) ? statement.slice(0, -NOTE.length) : statement;
}

interface Line {
  content: string;
  readonly end: string;
}

function splitLines(text: string): Line[] {
  return text.split(/(?<=\n)/).map((line) => {
    const content = line.replace(/\r?\n$/, '');
    return { content, end: line.slice(content.length) };
  });
}

function joinLines(lines: readonly Line[]): string {
  return lines.map(({ content, end }) => content + end).join('');
}

/** What keeps a board from listening to Stop: sleep that ends USB, restarts, Ctrl-C that is caught or switched off, a second core. */
const RISKS =
  /\b(?:deepsleep|lightsleep|WDT|kbd_intr|dupterm|_thread|machine\.reset|soft_reset)\b|except\s*:|except\s+\(?\s*(?:BaseException|KeyboardInterrupt)\b/;
/** What lets a board listen within a loop. */
const WAITS = /\b(?:sleep|sleep_ms|sleep_us|await|idle|input|poll|select|wait)\b/;
const SECONDS = /^(?:\w+\.)?sleep\(\s*(\d*\.?\d+)\s*\)/;
const MILLISECONDS = /^(?:\w+\.)?sleep_ms\(\s*(\d+)\s*\)/;
const ENOUGH = 0.5;

function needsPause(text: string): boolean {
  const lines = splitLines(text).map(({ content }) => withoutTexts(content));
  const start = lines.findIndex((line) => OPENS_BLOCK.test(line));
  const head = start < 0 ? lines : lines.slice(0, start);
  if (head.some(pausesLongEnough)) return false;
  return lines.some((line, at) => RISKS.test(line) || isTightLoop(lines, at));
}

function pausesLongEnough(line: string): boolean {
  const seconds = Number(SECONDS.exec(line)?.[1] ?? 0);
  return Math.max(seconds, Number(MILLISECONDS.exec(line)?.[1] ?? 0) / 1000) >= ENOUGH;
}

/** Whether a loop begins at this line in which nothing waits. */
function isTightLoop(lines: readonly string[], at: number): boolean {
  const head = lines[at] ?? '';
  if (!/^\s*while\b/.test(head)) return false;
  const depth = indentOf(head);
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => line.trim() !== '' && indentOf(line) <= depth);
  const body = end < 0 ? after : after.slice(0, end);
  return ![head, ...body].some((line) => WAITS.test(line));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Without the texts and comments of a line, roughly: a text over several lines counts as code, which errs to the safe side. */
function withoutTexts(line: string): string {
  return line.replace(/(["'])(?:\\.|(?!\1).)*\1|#.*/g, (found) => (found.startsWith('#') ? '' : "''"));
}
