import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { BoardPanels } from '../../state/board-panels.ts';
import { BoardSession } from '../../state/board-session.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import { Workspace } from '../../state/workspace.svelte.ts';
import FilesPane from './FilesPane.svelte';

const FILES = { '/main.py': 'print(1)\n', '/lib/pump.py': 'x = 1\n', '/boot.py': '#' };
const PROJECT = { id: 'p', name: 'Greenhouse', modified: 0, files: { 'main.py': 'print(1)\n' } };

// What a dialog measures, the tests' page does not have.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = vi.fn();
    disconnect = vi.fn();
  },
);

async function show({ files = FILES as Readonly<Record<string, string>>, connect = true } = {}) {
  const services = createTestServices();
  const board = new MemoryBoard({ files });
  const session = new BoardSession({ path: '/dev/ttyACM0', name: 'Pico' }, board);
  if (connect) await session.connect();
  const { folder } = new BoardPanels().of(session);
  if (!folder) throw new Error('The twin has files.');
  const workspace = new Workspace(PROJECT, services);
  const app = new AppState(services);
  renderInApp(app, FilesPane, { session, folder, workspace });
  const settled = (): Promise<void> => vi.waitFor(() => expect(folder.work).toBeUndefined());
  if (connect) await vi.waitFor(() => expect(folder.listing).toBeDefined());
  await settled();
  return { app, board, session, folder, workspace, settled };
}

const row = (name: string): Promise<HTMLElement> => screen.findByRole('row', { name: new RegExp(name) });

/** Chooses from the menu of a row. */
async function act(name: string, action: string): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await fireEvent.click(await screen.findByRole('menuitem', { name: action }));
}

async function answer(name: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'));
  await fireEvent.click(dialog.getByRole('button', { name }));
}

async function pick(...files: File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no field for files.');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await fireEvent.change(input);
}

describe('FilesPane', () => {
  it('lists files with sizes and the room that is left', async () => {
    await show();
    expect((await row('pump.py')).textContent).toContain('6 B');
    expect(screen.getByText(/848 KB free|of 848 KB free/)).toBeDefined();
  });

  it('says whether main.py is the program, and why boot.py is left alone', async () => {
    const { workspace } = await show();
    expect((await row('main.py')).textContent).toContain('Same as your program');
    workspace.setFile('main.py', 'print(2)\n');
    await vi.waitFor(async () =>
      expect((await row('main.py')).textContent).toContain('Differs from your program'),
    );
    expect((await row('boot.py')).textContent).toContain('Pinlab does not write it');
  });

  it('deletes a folder after a question that names what is in it', async () => {
    const { board, settled } = await show();
    await act('lib', 'Delete');
    expect((await screen.findByRole('dialog')).textContent).toContain('/lib/pump.py');
    await answer('Cancel');
    expect(board.textOf('/lib/pump.py')).toBeDefined();
    await act('lib', 'Delete');
    await answer('Delete');
    await settled();
    expect(board.textOf('/lib/pump.py')).toBeUndefined();
  });

  it('renames, and refuses a name that is taken', async () => {
    const { board, settled } = await show();
    await act('main.py', 'Rename');
    const field = await screen.findByLabelText('New name');
    await fireEvent.input(field, { target: { value: 'boot.py' } });
    await answer('OK');
    expect(screen.getByRole('alert').textContent).toContain('does not write boot.py');
    await fireEvent.input(field, { target: { value: 'lib' } });
    await answer('OK');
    expect(screen.getByRole('alert').textContent).toContain('of this name already');
    await fireEvent.input(field, { target: { value: 'old.py' } });
    await answer('OK');
    await settled();
    expect(board.textOf('/old.py')).toBe('print(1)\n');
  });

  it('puts files on the board, asks before it replaces one, and leaves boot.py out', async () => {
    const { app, board, settled } = await show();
    await pick(new File(['new'], 'data.txt'), new File(['bad'], 'boot.py'));
    await vi.waitFor(() => expect(board.textOf('/data.txt')).toBe('new'));
    await settled();
    expect(board.textOf('/boot.py')).toBe('#');
    expect(app.toasts.list.map(({ text }) => text).join()).toContain('boot.py');
    await pick(new File(['newer'], 'data.txt'));
    expect((await screen.findByRole('dialog')).textContent).toContain('/data.txt');
    expect(board.textOf('/data.txt')).toBe('new');
    await answer('Replace');
    await vi.waitFor(() => expect(board.textOf('/data.txt')).toBe('newer'));
  });

  it('shows a text, and copies it into the project, which can be undone', async () => {
    const { app, workspace } = await show({ files: { '/main.py': 'print(9)\n' } });
    await act('main.py', 'Look at it');
    expect((await screen.findByRole('dialog')).textContent).toContain('print(9)');
    await answer('Copy into the project');
    expect(workspace.program).toBe('print(9)\n');
    app.toasts.list[0]?.action?.run();
    expect(workspace.program).toBe('print(1)\n');
  });

  it('tells next to a file what went wrong with it', async () => {
    const { board, settled } = await show();
    board.failNext('file-not-found');
    await act('main.py', 'Look at it');
    await settled();
    expect(within(await row('main.py')).getByRole('alert').textContent).toContain('no such file');
  });

  it('shows what is going on, and ends it on request', async () => {
    const { board, folder, settled } = await show();
    board.hold();
    const reading = folder.read('/main.py');
    expect(await screen.findByText('Reading main.py…')).toBeDefined();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await reading).toBeUndefined();
    await settled();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is moved through with keys', async () => {
    const { folder } = await show();
    const first = await row('lib');
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowLeft' });
    expect(folder.rows.map(({ name }) => name)).toEqual(['lib', 'boot.py', 'main.py']);
    await fireEvent.keyDown(first, { key: 'End' });
    expect(document.activeElement?.textContent).toContain('main.py');
    await fireEvent.keyDown(await row('main.py'), { key: 'F2' });
    expect(await screen.findByRole('dialog', { name: 'Rename main.py' })).toBeDefined();
  });

  it('says that files cannot be reached while the board is away, and shows the last list', async () => {
    const { board } = await show();
    board.unplug();
    expect(await screen.findByText(/The board is not connected/)).toBeDefined();
    expect(await row('main.py')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Actions for main.py' })).toBeNull();
  });

  it('invites to put files there where there are none', async () => {
    await show({ files: {} });
    expect(screen.getByText('There are no files on the board yet')).toBeDefined();
  });
});
