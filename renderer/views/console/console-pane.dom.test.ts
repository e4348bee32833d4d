import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { RunSession } from '../../state/run-session.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import ConsolePane from './ConsolePane.svelte';

function show() {
  const services = createTestServices();
  const run = new RunSession(services);
  renderInApp(new AppState(services), ConsolePane, { run });
  return run;
}

const log = (): HTMLElement => screen.getByRole('log');

describe('ConsolePane', () => {
  it('says what it is for while it is empty', () => {
    show();
    expect(log().textContent).toContain('What your program prints appears here.');
  });

  it('tells errors from output in words, not by color only', async () => {
    const run = show();
    run.console.append([
      { at: 0, stream: 'stdout', text: 'fine\n' },
      { at: 0, stream: 'stderr', text: 'NameError\n' },
    ]);
    await vi.waitFor(() => expect(log().textContent).toContain('Error: NameError'));
    expect(log().textContent).toContain('fine');
  });

  it('shows the time of each line when asked', async () => {
    const run = show();
    run.console.append([{ at: 61.5e9, stream: 'stdout', text: 'fine\n' }]);
    await fireEvent.click(screen.getByRole('button', { name: 'Show times' }));
    expect(log().textContent).toContain('00:01:01.5  fine');
  });

  it('clears', async () => {
    const run = show();
    run.console.append([{ at: 0, stream: 'stdout', text: 'old\n' }]);
    await vi.waitFor(() => expect(log().textContent).toContain('old'));
    await fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(log().textContent).not.toContain('old');
  });

  it('takes answers only while a program runs, and remembers them', async () => {
    const run = show();
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Answer for the program' });
    expect(field.disabled).toBe(true);
    const write = vi.spyOn(run, 'write').mockResolvedValue();
    run.starting = true;
    await vi.waitFor(() => expect(field.disabled).toBe(false));
    await fireEvent.input(field, { target: { value: 'Ada' } });
    await fireEvent.submit(field);
    expect(write).toHaveBeenCalledWith('Ada');
    expect(field.value).toBe('');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(field.value).toBe('Ada');
  });
});
