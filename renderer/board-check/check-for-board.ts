/** The check before a program goes to a board: which names does it use that this board lacks? Pure; runs nothing. */

import type { BoardApi } from '#interpreter/boards/api/board-api.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import { parseModule } from '../blocks/python/parse-module.ts';
import { findMissing } from './find-missing.ts';
import type { BoardFinding } from './finding.ts';

export interface CheckForBoardOptions {
  /**
   * Paths of the files on the board, such as `/lib/ssd1306.py`; a simulated board has none. Without them no module that can
   * be a file is called missing.
   */
  readonly filesOnBoard?: readonly string[];
}

/**
 * In the order of the files and of their text. Files that do not parse are passed over: they have a problem of their own.
 * Says nothing where it is not sure, so a program without findings may still use what the board lacks.
 */
export function checkForBoard(
  files: ProgramFiles,
  api: BoardApi,
  { filesOnBoard }: CheckForBoardOptions = {},
): readonly BoardFinding[] {
  const own = new Set(Object.keys(files).flatMap(moduleName));
  const installed = filesOnBoard && new Set(filesOnBoard.flatMap(moduleName));
  const sources = Object.entries(files).filter(([file]) => file.endsWith('.py'));
  return sources.flatMap(([file, text]) => {
    const module = parseModule(text);
    if (!module.ok) return [];
    const found = findMissing({ file, module, api, own, installed });
    return [...found].sort((one, other) => one.from - other.from);
  });
}

/** The first of each name in each file: what a person needs to hear once. */
export function firstOfEach<Finding extends Pick<BoardFinding, 'file' | 'kind' | 'name'>>(
  findings: readonly Finding[],
): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, kind, name }) => {
    const key = `${file} ${kind} ${name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** `/lib/umqtt/simple.py` is found by `import umqtt`; `lib` is where modules are looked for. */
function moduleName(path: string): string[] {
  const [first = ''] = path
    .replace(/^\//, '')
    .replace(/^lib\//, '')
    .split('/');
  const name = first.replace(/\.m?py$/, '');
  return name === '' || (first === name && !path.includes(`${name}/`)) ? [] : [name];
}
