import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppState } from '../state/app-state.svelte.ts';
import { createTestServices } from '../state/test-lesson.ts';
import App from './App.svelte';
// The app loads it by itself; here it must be there before the clock of a query runs.
import './WorkspaceView.svelte';

const PROJECT = { id: 'p', name: 'Lamp', modified: 0, files: { 'main.py': 'endless' } };

async function start() {
  const app = new AppState(createTestServices({ projects: [PROJECT] }));
  render(App, { props: { app } });
  await app.start();
  return app;
}

describe('App', () => {
  beforeEach(() => {
    // jsdom draws nothing, so it has none of these.
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      },
    );
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    document.title = '';
  });

  it('names the open project in the window title and has a way past the toolbar', async () => {
    const app = await start();
    await vi.waitFor(() => expect(document.title).toBe('Pinlab'));
    expect(screen.getByRole('link', { name: 'Skip to the workspace' }).getAttribute('href')).toBe('#main');
    await app.openProject('p');
    await vi.waitFor(() => expect(document.title).toBe('Lamp – Pinlab'));
  });

  it('runs and stops by keyboard, wherever the focus is', async () => {
    const app = await start();
    await app.openProject('p');
    const speed = await screen.findByRole('combobox', { name: /^Speed/ });
    speed.focus();
    await fireEvent.keyDown(speed, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(app.project?.run.status).toBe('running'));
    expect(speed.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.keyDown(speed, { key: '.', ctrlKey: true });
    await vi.waitFor(() => expect(app.project?.run.status).toBe('idle'));
  });

  it('follows the theme of the settings', async () => {
    const app = await start();
    await app.settings.change({ theme: 'dark' });
    await vi.waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  });

  it('stores what is typed when the page goes away', async () => {
    const app = await start();
    await app.openProject('p');
    app.project?.workspace.setFile('main.py', 'last words');
    await fireEvent(window, new Event('pagehide'));
    await vi.waitFor(async () =>
      expect((await app.services.host.readProject('p')).files['main.py']).toBe('last words'),
    );
  });
});
