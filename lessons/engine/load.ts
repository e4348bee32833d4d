/** Turns a lesson's folder, given as texts, into a Lesson. Reads no disk; never throws: all trouble comes back located. */

import { didYouMean } from '#common/errors/did-you-mean.ts';
import type { Problem } from '#common/errors/problem.ts';
import type { Catalog } from '#interpreter/diagram/catalog.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { parseDiagram } from '#interpreter/diagram/parse.ts';
import { Bench } from './bench.ts';
import { checkReferences } from './check-references.ts';
import { Fields } from './fields.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Lesson, Mistake, OnBoard, Scenario, Step, StepContent } from './lesson.ts';
import {
  BLOCK_KINDS,
  type TextBlock,
  type TextPiece,
  type TextStep,
  cutLessonText,
  findOpenFence,
} from './lesson-text.ts';
import { readCheck } from './read-check.ts';
import { readMistake } from './read-mistake.ts';
import { readPrograms } from './read-programs.ts';
import { readOnBoard } from './read-on-board.ts';
import { readQuestion } from './read-question.ts';
import { readScenario } from './scenario.ts';

export interface LoadLessonOptions {
  /** `<curriculum>/<unit>/<lesson>`. */
  readonly path: string;
  /** Boards, parts and worlds that a lesson may name. */
  readonly catalog: Catalog;
  /** Names that `blocks` of the front matter may use; without them any name is taken. */
  readonly blockNames?: readonly string[];
}

export interface LoadedLesson {
  /** Present exactly when no problem is an error. */
  readonly lesson?: Lesson;
  readonly problems: readonly Problem[];
}

const LESSON_FILE = 'lesson.md';
const DIAGRAM_FILE = 'diagram.json';

export function loadLesson(
  files: Readonly<Record<string, string>>,
  { path, catalog, blockNames }: LoadLessonOptions,
): LoadedLesson {
  const problems: Problem[] = [];
  const text = files[LESSON_FILE];
  const diagram = readDiagram(files[DIAGRAM_FILE], catalog, problems);
  const programs = readPrograms(files, problems);
  if (text === undefined) {
    problems.push(missingFile(LESSON_FILE, 'A lesson needs its text.'));
    return { problems };
  }
  const openFence = findOpenFence(text, LESSON_FILE);
  if (openFence) return { problems: [...problems, openFence] };
  // Without a diagram no name in a check could be verified: the diagram's own problems come first.
  const content = new ContentReader(problems, diagram && new Bench(diagram, catalog), blockNames);
  const { frontMatter, intro, steps } = content.read(text);
  checkReferences(
    {
      steps,
      scenarios: content.scenarios,
      mistakes: content.mistakes,
      mistaken: programs.mistaken,
      file: LESSON_FILE,
    },
    problems,
  );
  const sound = !problems.some((problem) => problem.severity === 'error');
  if (!sound || !frontMatter || !diagram) return { problems };
  const { scenarios, mistakes } = content;
  return {
    lesson: { path, ...frontMatter, intro, steps, scenarios, mistakes, diagram, ...programs },
    problems,
  };
}

function readDiagram(text: string | undefined, catalog: Catalog, problems: Problem[]): Diagram | undefined {
  if (text === undefined) {
    problems.push(missingFile(DIAGRAM_FILE, 'A lesson needs its bench.'));
    return undefined;
  }
  const parsed = parseDiagram(text, { file: DIAGRAM_FILE, catalog });
  problems.push(...parsed.problems);
  return parsed.diagram;
}

function missingFile(file: string, message: string): Problem {
  return {
    severity: 'error',
    code: 'missing-file',
    message,
    fix: `Add the file \`${file}\`.`,
    where: { file },
  };
}

/** Reads lesson.md piece by piece. Blocks with trouble are reported and left out. */
class ContentReader {
  readonly scenarios: Scenario[] = [];
  readonly mistakes: (Mistake & { readonly line: number })[] = [];
  readonly #problems: Problem[];
  readonly #bench: Bench | undefined;
  readonly #blockNames: readonly string[] | undefined;

  constructor(problems: Problem[], bench: Bench | undefined, blockNames: readonly string[] | undefined) {
    this.#problems = problems;
    this.#bench = bench;
    this.#blockNames = blockNames;
  }

  read(text: string): { frontMatter: FrontMatter | undefined; intro: string; steps: readonly Step[] } {
    const cut = cutLessonText(text);
    const intro = cut.intro.map((piece) => (piece.kind === 'markdown' ? piece.text : '')).join('\n\n');
    for (const piece of cut.intro) {
      if (piece.kind === 'scenario' || piece.kind === 'mistake') this.#readBlock(piece);
      else if (piece.kind !== 'markdown')
        this.#problem(
          'misplaced-block',
          `A \`${piece.kind}\` belongs to a step.`,
          'Move it below a `## Title {#id}` line.',
          piece.line,
        );
    }
    const steps = cut.steps.map((step) => this.#readStep(step));
    if (steps.length === 0)
      this.#problem(
        'no-steps',
        'This lesson has no steps.',
        'Begin each step with a line `## Title {#id}`.',
        1,
      );
    return { frontMatter: this.#readFrontMatter(cut.frontMatter, cut.frontMatterLine), intro, steps };
  }

  #readFrontMatter(text: string | undefined, firstLine: number): FrontMatter | undefined {
    if (text === undefined) {
      this.#problem(
        'no-front-matter',
        'This lesson has no front matter.',
        'Begin the file with `---`, `id: …`, `title: …` and `---`.',
        1,
      );
      return undefined;
    }
    const fields = Fields.parse(
      text,
      { file: LESSON_FILE, firstLine, what: 'The front matter' },
      this.#problems,
    );
    return fields && readFrontMatter(fields, this.#blockNames);
  }

  #readStep(step: TextStep): Step {
    const { title, line } = step;
    if (!step.id)
      this.#problem(
        'missing-id',
        `The step “${title}” has no id.`,
        `Write \`## ${title} {#${slug(title)}}\`; the id stays for ever.`,
        line,
      );
    const content: StepContent[] = [];
    const [onBoard] = step.pieces.flatMap((piece) =>
      piece.kind === 'on-board' ? only(this.#readOnBoard(piece)) : [],
    );
    const hints: string[] = [];
    for (const piece of step.pieces) {
      if (piece.kind === 'hint') hints.push(piece.text.trim());
      const read = piece.kind === 'on-board' ? undefined : this.#readPiece(piece);
      if (read) content.push(read);
    }
    const markdown = content
      .map((item) => (item.kind === 'text' ? item.markdown : ''))
      .filter(Boolean)
      .join('\n\n');
    const questions = content.flatMap((item) => (item.kind === 'question' ? [item.question] : []));
    const checks = content.flatMap((item) => (item.kind === 'check' ? [item.check] : []));
    const base = { id: step.id ?? '', title, markdown, content, questions, checks, hints, line };
    return { ...base, ...(onBoard && { onBoard }) };
  }

  #readPiece(piece: TextPiece): StepContent | undefined {
    if (piece.kind !== 'markdown') return this.#readBlock(piece);
    this.#lookForMistypedFences(piece.text);
    return { kind: 'text', markdown: piece.text };
  }

  #readOnBoard(block: TextBlock): OnBoard | undefined {
    const source = { file: LESSON_FILE, firstLine: block.line, what: 'This on-board' };
    const fields = Fields.parse(block.text, source, this.#problems);
    return fields && readOnBoard(fields);
  }

  #readBlock(block: TextBlock): StepContent | undefined {
    if (block.kind === 'hint') return undefined;
    const source = { file: LESSON_FILE, firstLine: block.line, what: `This ${block.kind}` };
    const fields = Fields.parse(block.text, source, this.#problems);
    if (!fields) return undefined;
    if (block.kind === 'quiz' || block.kind === 'predict') {
      const question = readQuestion(block.kind, fields);
      return question && { kind: 'question', question };
    }
    if (!this.#bench) return undefined;
    if (block.kind === 'check') {
      const check = readCheck(fields, this.#bench);
      return check && { kind: 'check', check };
    }
    if (block.kind === 'scenario') this.scenarios.push(...only(readScenario(fields, this.#bench)));
    else this.mistakes.push(...only(readMistake(fields, this.#bench)));
    return undefined;
  }

  /** A fence called `chek` would silently become text for the learner. */
  #lookForMistypedFences(markdown: string): void {
    for (const [, language = ''] of markdown.matchAll(/^(?:`{3,}|~{3,})([a-z-]+)[ \t]*$/gm)) {
      const closest = didYouMean(language, BLOCK_KINDS);
      if (!closest || language.length < 4) continue;
      const where = { file: LESSON_FILE };
      const message = `A block is called \`${language}\`, which means nothing.`;
      this.#problems.push({
        severity: 'warning',
        code: 'unknown-block',
        message,
        fix: `Did you mean \`${closest}\`?`,
        where,
      });
    }
  }

  #problem(code: string, message: string, fix: string, line: number): void {
    this.#problems.push({ severity: 'error', code, message, fix, where: { file: LESSON_FILE, line } });
  }
}

function only<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'step'
  );
}
