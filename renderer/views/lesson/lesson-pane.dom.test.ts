import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { LessonCheck } from '#lessons/engine/lesson.ts';
import type { CheckResult } from '#lessons/engine/report.ts';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { createTestServices, LESSON_PATH } from '../../state/test-lesson.ts';
import CheckRow from './CheckRow.svelte';
import LessonPane from './LessonPane.svelte';

async function show(program = 'good') {
  const app = new AppState(createTestServices());
  await app.start();
  await app.openLesson(LESSON_PATH);
  const project = app.project;
  const session = project?.lesson;
  if (!project || !session) throw new Error('The lesson did not open.');
  project.workspace.setFile('main.py', program);
  await project.workspace.flush();
  renderInApp(app, LessonPane, { project, session });
  return { app, project, session };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('LessonPane', () => {
  it('shows where the learner is, and marks what is done', async () => {
    await show();
    expect(screen.getByText('Step 1 of 3')).toBeTruthy();
    await fireEvent.click(button('Next'));
    expect(screen.getByText('Step 2 of 3')).toBeTruthy();
    const steps = within(screen.getByRole('navigation', { name: 'Steps of the lesson' }));
    expect(steps.getByRole('button', { name: 'Step 1: Read, done' })).toBeTruthy();
    expect(steps.getByRole('button', { current: 'step' }).getAttribute('aria-label')).toBe('Step 2: Ask');
  });

  it('answers a quiz at once', async () => {
    const { session } = await show();
    session.goTo(1);
    await fireEvent.click(await screen.findByLabelText('Eleven'));
    expect(screen.getByText('Numbers are not texts.')).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('Two'));
    expect(screen.getByText('That is right.')).toBeTruthy();
  });

  it('gives hints one at a time and never says how many are left', async () => {
    const { session } = await show();
    session.goTo(2);
    await fireEvent.click(await screen.findByRole('button', { name: 'Give me a hint' }));
    expect(screen.queryByText('Second hint.')).toBeNull();
    await fireEvent.click(button('Another hint'));
    expect(screen.getByText('Second hint.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /hint/i })).toBeNull();
  });

  it('checks the program and celebrates the end', async () => {
    const { session } = await show();
    session.goTo(1);
    const [question] = session.step?.questions ?? [];
    if (question) session.answer(question, 0);
    session.goTo(2);
    await fireEvent.click(await screen.findByRole('button', { name: 'Check my program' }));
    await vi.waitFor(() =>
      expect(screen.getByText(/The program runs/).parentElement?.textContent).toContain('passed'),
    );
    expect(screen.getByText('Lesson complete!')).toBeTruthy();
  });

  it('shows what is wrong and leads to the line', async () => {
    const { project, session } = await show('bad');
    session.goTo(2);
    await fireEvent.click(await screen.findByRole('button', { name: 'Check my program' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Show line 2' }));
    expect(project.reveal?.line).toBe(2);
  });

  it('can be cancelled while it checks', async () => {
    const { session } = await show('endless');
    session.goTo(2);
    await fireEvent.click(await screen.findByRole('button', { name: 'Check my program' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('The check was cancelled.')).toBeTruthy();
  });

  it('asks the learner about what a real board cannot tell', async () => {
    const ask = 'Is the LED lit?';
    const ifNo = 'Look at its wires.';
    const check = { id: 'lit', title: 'The LED is lit', question: { ask, ifNo } } as unknown as LessonCheck;
    const result = { verdict: 'cannot-see', check: 'lit' } as unknown as CheckResult;
    const onsay = vi.fn();
    const base = { check, result, feedback: undefined, passedBefore: false, onsay, onshowline: vi.fn() };
    const { rerender } = render(CheckRow, { ...base, word: undefined });
    await fireEvent.click(
      within(screen.getByRole('group', { name: ask })).getByRole('button', { name: 'No' }),
    );
    expect(onsay).toHaveBeenCalledWith(false);
    await rerender({ ...base, word: false });
    expect(screen.getByText(ifNo)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'No', pressed: true })).toBeTruthy();
    await rerender({ ...base, word: true });
    expect(screen.getByText('Passed on your word.')).toBeTruthy();
  });
});
