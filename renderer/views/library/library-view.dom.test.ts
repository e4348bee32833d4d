import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '#common/host/host.ts';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import LibraryView from './LibraryView.svelte';
import { timeAgo } from './time-ago.ts';

const PROJECTS = [
  { id: 'a', name: 'Older', modified: 1, files: {} },
  { id: 'b', name: 'Newer', modified: 2, files: {} },
];

async function show(options: Parameters<typeof createTestServices>[0] = {}) {
  const app = new AppState(createTestServices(options));
  await app.start();
  renderInApp(app, LibraryView, {});
  return app;
}

describe('LibraryView', () => {
  it('welcomes a newcomer with lessons and words for the empty list', async () => {
    await show();
    expect(screen.getByRole('heading', { name: 'Welcome to Pinlab' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Say hello/ })).toBeTruthy();
    expect(screen.getByText(/Nothing here yet/)).toBeTruthy();
  });

  it('offers to go on with the project that was open last', async () => {
    const settings = { ...DEFAULT_SETTINGS, lastProject: 'a' };
    await show({ projects: PROJECTS, settings });
    expect(screen.getByRole('region', { name: 'Continue' }).textContent).toContain('Older');
  });

  it('opens a lesson', async () => {
    const app = await show();
    await fireEvent.click(screen.getByRole('button', { name: /Say hello/ }));
    await vi.waitFor(() => expect(app.view).toBe('workspace'));
  });

  it('says why lists could not be read, and tries again', async () => {
    const services = createTestServices();
    let broken = true;
    const listProjects = () =>
      broken ? Promise.reject(new Error('The disk is gone.')) : Promise.resolve([]);
    const app = new AppState({ ...services, host: { ...services.host, listProjects } });
    await app.start();
    renderInApp(app, LibraryView, {});
    expect(screen.getByText('The disk is gone.')).toBeTruthy();
    broken = false;
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(screen.queryByText('The disk is gone.')).toBeNull());
  });

  it('makes a project with a name and a board', async () => {
    const app = await show();
    await fireEvent.click(screen.getByRole('button', { name: 'New project' }));
    await fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'Lamp' } });
    await fireEvent.click(screen.getByLabelText(/ESP32/));
    await fireEvent.click(screen.getByRole('button', { name: 'Create' }));
    await vi.waitFor(() => expect(app.project?.workspace.name).toBe('Lamp'));
    expect(app.project?.workspace.diagram?.board).toBe('esp32_devkit');
  });
});

describe('timeAgo', () => {
  const NOW = Date.UTC(2026, 10, 22);
  it.each([
    [20_000, 'just now'],
    [5 * 60_000, '5 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [26 * 3_600_000, 'yesterday'],
  ])('%d ms', (passed, words) => {
    expect(timeAgo(NOW - passed, NOW)).toBe(words);
  });

  it('gives the date when it is long ago', () => {
    expect(timeAgo(Date.UTC(2026, 0, 15, 12), NOW)).toBe('Jan 15, 2026');
  });
});
