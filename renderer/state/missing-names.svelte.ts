/**
 * The question before a program goes to a board that lacks names it uses. Asked once for the same findings. Knows no view;
 * the check is fetched when it is needed.
 */

import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { BoardInfo } from '#interpreter/device/link.ts';
import type { MissingName } from '../board-check/describe-missing.ts';

interface Question {
  readonly missing: readonly MissingName[];
  readonly goOn: () => void;
}

async function findMissing(files: ProgramFiles, board: BoardInfo): Promise<readonly MissingName[]> {
  const [{ describeMissing }, { firstOfEach }] = await Promise.all([
    import('../board-check/describe-missing.ts'),
    import('../board-check/check-for-board.ts'),
  ]);
  return firstOfEach(describeMissing(files, board));
}

export class MissingNames {
  readonly #find: typeof findMissing;
  #question = $state.raw<Question | undefined>(undefined);
  /** What the learner has said `anyway` to. */
  #accepted = '';

  /** What is missing while the learner is asked; else nothing. */
  readonly asked: readonly MissingName[] | undefined = $derived(this.#question?.missing);

  constructor(find = findMissing) {
    this.#find = find;
  }

  /** True where the program may go to the board. Else the learner is asked, and `goOn` is called where the answer is yes. */
  async allow(files: ProgramFiles, board: BoardInfo | undefined, goOn: () => void): Promise<boolean> {
    if (!board) return true;
    const missing = await this.#find(files, board);
    if (missing.length === 0 || keyOf(missing) === this.#accepted) return true;
    this.#question = { missing, goOn };
    return false;
  }

  answer(goOn: boolean): void {
    const question = this.#question;
    this.#question = undefined;
    if (!question || !goOn) return;
    this.#accepted = keyOf(question.missing);
    question.goOn();
  }
}

function keyOf(missing: readonly MissingName[]): string {
  return missing.map(({ file, kind, name }) => `${file} ${kind} ${name}`).join('\n');
}
