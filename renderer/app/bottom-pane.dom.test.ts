import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { renderInApp } from '../components/render-in-app.ts';
import { AppState } from '../state/app-state.svelte.ts';
import { createTestServices } from '../state/test-lesson.ts';
import BottomPane from './BottomPane.svelte';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = vi.fn();
    disconnect = vi.fn();
  },
);

const PORT = { path: '/dev/ttyACM0', name: 'Pico' };

async function show() {
  const board = new MemoryBoard({ files: { '/main.py': 'print(1)\n' } });
  const app = new AppState({ ...createTestServices(), connectBoard: () => board });
  await app.start();
  await app.createProject('Greenhouse', 'pico');
  const { project } = app;
  if (!project) throw new Error('There is no project.');
  renderInApp(app, BottomPane, { project });
  return { app, board };
}

const tabs = (): string[] => screen.getAllByRole('tab').map(({ textContent }) => textContent.trim());

describe('BottomPane', () => {
  it('has tabs for a board while one is chosen', async () => {
    const { app, board } = await show();
    expect(tabs()).toEqual(['Console', 'Plotter']);
    await app.boards.choose(PORT);
    board.say('>>> ');
    await vi.waitFor(() => expect(tabs()).toEqual(['Console', 'Plotter', 'Prompt', 'Files']));
    app.boards.disconnect();
    await vi.waitFor(() => expect(tabs()).toEqual(['Console', 'Plotter']));
  });

  it('keeps what the board says before its prompt is looked at', async () => {
    const { app, board } = await show();
    const connecting = app.boards.choose(PORT);
    await vi.waitFor(() => expect(tabs()).toHaveLength(4));
    await connecting;
    board.say('>>> ');
    const { current } = app.boards;
    expect(current && app.boardPanels.of(current).terminal?.past).toBe('>>> ');
  });

  it('says what an open tab is for when its board is gone, and how to choose one', async () => {
    const { app } = await show();
    await app.boards.choose(PORT);
    await fireEvent.click(await screen.findByRole('tab', { name: 'Files' }));
    expect(await screen.findByRole('row', { name: /main.py/ })).toBeDefined();
    app.boards.disconnect();
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose a board' }));
    expect(app.layout.devicesOpen).toBe(true);
  });
});
