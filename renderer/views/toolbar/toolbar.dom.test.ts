import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import Toolbar from './Toolbar.svelte';

async function show(program: string) {
  const project = { id: 'p', name: 'Blink', modified: 0, files: { 'main.py': program } };
  const app = new AppState(createTestServices({ projects: [project] }));
  await app.start();
  await app.openProject('p');
  if (!app.project) throw new Error('The project did not open.');
  renderInApp(app, Toolbar, { project: app.project });
  return { app, project: app.project };
}

const named = (name: string): HTMLButtonElement => screen.getByRole('button', { name });

describe('Toolbar', () => {
  it('runs and stops', async () => {
    const { project } = await show('endless');
    expect(named('Stop').disabled).toBe(true);
    await fireEvent.click(named('Run'));
    await vi.waitFor(() => expect(project.run.status).toBe('running'));
    await vi.waitFor(() => expect(named('Stop').disabled).toBe(false));
    await fireEvent.click(named('Stop'));
    await vi.waitFor(() => expect(project.run.status).toBe('idle'));
  });

  it('offers Continue in the place of Run while the program is paused, and says where', async () => {
    const { project } = await show('one\ntwo\nthree');
    const { document } = project.workspace;
    document.toggleBreakpoint(2);
    await fireEvent.click(named('Run'));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain('Paused at line 2'));
    expect(screen.getByRole('timer').textContent).toContain('Paused');
    expect(screen.queryByRole('button', { name: 'Run' })).toBeNull();
    await fireEvent.click(named('Continue'));
    await vi.waitFor(() => expect(project.run.status).toBe('running'));
    await vi.waitFor(() => expect(named('Run')).toBeTruthy());
    expect(screen.getByRole('status').textContent.trim()).toBe('');
    await project.run.stop();
    await project.workspace.flush();
  });

  it('passes breakpoints to a program that runs, while the text is the one that runs', async () => {
    const { project } = await show('one\ntwo\nthree');
    const passed = vi.spyOn(project.run, 'setBreakpoints');
    const { document } = project.workspace;
    document.toggleBreakpoint(3);
    expect(passed).not.toHaveBeenCalled();
    void project.start();
    await vi.waitFor(() => expect(project.run.status).toBe('running'));
    document.toggleBreakpoint(1);
    expect(passed.mock.calls).toEqual([[[3]], [[1, 3]]]);
    document.edit({ changes: [{ from: 0, to: 0, insert: 'zero\n' }] });
    expect(document.breakpoints).toEqual([2, 4]);
    expect(passed).toHaveBeenCalledTimes(2);
    document.toggleBreakpoint(2);
    document.toggleBreakpoint(4);
    expect(passed).toHaveBeenLastCalledWith([]);
    await project.run.stop();
    await project.workspace.flush();
  });

  it('cannot run a wiring with errors', async () => {
    const { project } = await show('good');
    project.workspace.setFile('diagram.json', '{');
    await vi.waitFor(() => expect(named('Run').disabled).toBe(true));
    await project.workspace.flush();
  });

  it('renames in place; Esc gives up and an empty name is not taken', async () => {
    const { project } = await show('good');
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Project name' });
    await fireEvent.input(field, { target: { value: 'Lamp' } });
    await fireEvent.blur(field);
    expect(project.workspace.name).toBe('Lamp');
    field.value = '  ';
    await fireEvent.blur(field);
    expect([project.workspace.name, field.value]).toEqual(['Lamp', 'Lamp']);
    field.focus();
    field.value = 'Something';
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(project.workspace.name).toBe('Lamp');
    await project.workspace.flush();
  });

  it('names the device and the speed', async () => {
    await show('good');
    expect(named('Device: Simulated Raspberry Pi Pico')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Speed of time: 1×' })).toBeTruthy();
  });

  it('switches the theme and remembers it', async () => {
    const { app } = await show('good');
    await fireEvent.click(named('Switch to dark'));
    expect(app.settings.theme).toBe('dark');
    await vi.waitFor(async () => expect((await app.services.host.readSettings()).theme).toBe('dark'));
  });
});
