/** Reads a quiz or a prediction. */

import type { Fields } from './fields.ts';
import type { Answer, Question } from './lesson.ts';

export function readQuestion(kind: Question['kind'], fields: Fields): Question | undefined {
  const id = fields.requiredText('id', 'Add `id: which-pin`, with a name of your own.');
  const ask = fields.requiredText('ask', 'Add `ask: …`, the question.');
  const answers = fields.list('answers', 'This answer').map(readAnswer);
  const reveal = fields.text('reveal');
  fields.finish();
  if (answers.length < 2) {
    fields.problem(
      'too-few-answers',
      'A question needs at least two answers.',
      'Add `answers:` with a `- text: …` line for each.',
    );
    return undefined;
  }
  if (kind === 'quiz' && !answers.some((answer) => answer?.correct)) {
    fields.problem(
      'no-right-answer',
      'No answer of this quiz is right.',
      'Add `correct: true` to one of its answers.',
      'answers',
    );
    return undefined;
  }
  if (!id || !ask || !answers.every((answer) => answer !== undefined)) return undefined;
  return { kind, id, ask, answers, ...(reveal && { reveal }) };
}

function readAnswer(fields: Fields): Answer | undefined {
  const text = fields.requiredText('text');
  const correct = fields.flag('correct') ?? false;
  const say = fields.text('say');
  fields.finish();
  return text ? { text, correct, ...(say && { say }) } : undefined;
}
