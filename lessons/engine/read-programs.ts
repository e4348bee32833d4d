/** Sorts a lesson's Python files into start, solutions and mistakes. */

import type { Problem } from '#common/errors/problem.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import type { Lesson, LessonProgram, MistakenProgram } from './lesson.ts';

type Files = Readonly<Record<string, string>>;

export function readPrograms(
  files: Files,
  problems: Problem[],
): Pick<Lesson, 'start' | 'solutions' | 'mistaken'> {
  const start = within(files, 'start/');
  if (!('main.py' in start))
    problems.push(missing('start/main.py', 'A lesson needs a program to begin with.'));
  if (!('solution/main.py' in files))
    problems.push(
      missing('solution/main.py', 'A lesson needs a solution, to prove that its checks can be passed.'),
    );
  const helpers = Object.fromEntries(
    Object.entries(start).filter(([name]) => name !== 'main.py' && name.endsWith('.py')),
  );
  const programs = (folder: string): LessonProgram[] =>
    Object.entries(within(files, folder))
      .filter(([name]) => name.endsWith('.py') && !name.includes('/'))
      .sort(([a], [b]) => Number(b === 'main.py') - Number(a === 'main.py') || (a < b ? -1 : 1))
      .map(([name, text]) => ({ name: folder + name, files: { ...helpers, 'main.py': text } }));
  const mistaken = programs('mistakes/').flatMap((program) => readHeader(program, problems) ?? []);
  return { start, solutions: programs('solution/'), mistaken };
}

function within(files: Files, folder: string): ProgramFiles {
  const inside = Object.entries(files).filter(([name]) => name.startsWith(folder));
  return Object.fromEntries(inside.map(([name, text]) => [name.slice(folder.length), text]));
}

/** The header of a mistake: `# fails: check-id` and `# earns: mistake-id`. */
function readHeader(program: LessonProgram, problems: Problem[]): MistakenProgram | undefined {
  const text = program.files['main.py'] ?? '';
  const fails = /^#\s*fails:\s*(\S+)\s*$/m.exec(text)?.[1];
  const earns = /^#\s*earns:\s*(\S+)\s*$/m.exec(text)?.[1];
  if (fails && earns) return { ...program, fails, earns };
  const line = fails ? '# earns: mistake-id' : '# fails: check-id';
  const message = 'This mistake does not say which check it fails and what it earns.';
  problems.push({
    severity: 'error',
    code: 'missing-header',
    message,
    fix: `Add a comment line \`${line}\`.`,
    where: { file: program.name, line: 1 },
  });
  return undefined;
}

function missing(file: string, message: string): Problem {
  return {
    severity: 'error',
    code: 'missing-file',
    message,
    fix: `Add the file \`${file}\`.`,
    where: { file },
  };
}
