/** What the raw REPL says at the end of a run, as patterns over what was heard. Data in, data out; knows nothing of time. */

export interface PossibleEnd {
  /** `exited`: by SystemExit, after which the board has reset itself. `restarted`: by a reset of the whole board. */
  readonly kind: 'finished' | 'raised' | 'exited' | 'restarted';
  /** Where the output ends. */
  readonly at: number;
  /** Text of the exception, in binary. */
  readonly error: string;
}

/** More than this is not held back, and not looked at again. */
export const MAX_HELD = 16_384;

const HEADING = 'Traceback (most recent call last):';
export const MARKED_HEADING = `\x04${HEADING}`;
const RESTART = /(?:Micro|Circuit)Python [^\r\n]*\r\n(?:Type "help\(\)"[^\r\n]*\r\n)?>>> $/;
/* eslint-disable no-control-regex */
const RAW_PROMPT_LAST = /raw REPL; CTRL-B to exit[\r\n]+>$/;
const PLACE = / {2}File "[^"\r\n]*", line \d+(?:, in [^\r\n]*)?\r\n/;
const WITH_PLACES = new RegExp(
  `Traceback \\(most recent call last\\):\\r\\n(?:${PLACE.source})*[A-Za-z_][\\w.]*(?:: [^]*)?`,
);
/** Where memory was short, or the exception came from outside. */
const WITHOUT_PLACES = /[A-Z]\w*(?:Error|Exception|Interrupt|Exit|Iteration)(?:: [^\n]*)?/;
const ERROR_END = new RegExp(`^\\x04(?:${WITH_PLACES.source}|${WITHOUT_PLACES.source})\\r\\n\\x04>$`);
const BARE_BEGINNING = /^\x04[A-Z]\w*(?::(?: [^\r\n]*)?)?(?:\r(?:\n(?:\x04>?)?)?)?$/;
/* eslint-enable no-control-regex */

export const NO_ERROR_END = '\x04\x04>';
const LATER_GREETING = '\x04\x04>\r\nMicroPython ';
export const REBOOTS = ['\x04\x04MPY: ', '\x04\x04\r\nMPY: '];

/** The end that text which the program may have printed itself looks like. */
export function possibleEnd(recent: string): PossibleEnd | undefined {
  if (!recent.endsWith('>') && !recent.endsWith('> ')) return undefined;
  const restart = recent.endsWith('>>> ') ? RESTART.exec(recent) : undefined;
  if (!restart) return promptedEnd(recent);
  // Greeted because the board read a question of ours only after its program had ended.
  const before = recent.slice(0, restart.index);
  const earlier = before.endsWith('\x04>\r\n') ? promptedEnd(before.slice(0, -2)) : undefined;
  return earlier ?? { kind: 'restarted', at: recent.length, error: '' };
}

/** The end of text that ends with the prompt of the raw REPL. */
function promptedEnd(recent: string): PossibleEnd | undefined {
  if (recent.endsWith(NO_ERROR_END))
    return { kind: 'finished', at: recent.length - NO_ERROR_END.length, error: '' };
  if (recent.endsWith('\r\n\x04>')) {
    const first = recent.length - MAX_HELD;
    for (
      let at = recent.lastIndexOf('\x04', recent.length - 3);
      at >= 0;
      at = recent.lastIndexOf('\x04', at - 1)
    ) {
      if (ERROR_END.test(recent.slice(at))) return { kind: 'raised', at, error: recent.slice(at + 1, -2) };
      if (at === 0 || at < first) break;
    }
  }
  // An end whose beginning was lost: the caller's question tells.
  if (recent.endsWith('\x04>')) return { kind: 'finished', at: recent.length - 2, error: '' };
  const exit = Math.max(...REBOOTS.map((reboot) => recent.lastIndexOf(reboot)));
  return exit >= 0 && RAW_PROMPT_LAST.test(recent) ? { kind: 'exited', at: exit, error: '' } : undefined;
}

/** @param rest from a \x04 on. */
export function mayBecomeEnd(rest: string): boolean {
  const beginnings = [LATER_GREETING, MARKED_HEADING, ...REBOOTS];
  return beginnings.some((one) => one.startsWith(rest) || rest.startsWith(one)) || BARE_BEGINNING.test(rest);
}
