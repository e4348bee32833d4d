import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PortSummary } from '#common/host/host.ts';
import { MemoryBoard, type MemoryBoardOptions } from '#interpreter/device/memory-board.ts';
import RunNotices from '../../app/RunNotices.svelte';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import Toolbar from '../toolbar/Toolbar.svelte';

const PICO: PortSummary = {
  path: 'COM5',
  name: 'Raspberry Pi Pico',
  vendorId: '2e8a',
  productId: '0005',
  serialNumber: 'e66',
};
const NAME = 'Raspberry Pi Pico';

interface Setting extends MemoryBoardOptions {
  readonly program?: string;
  readonly prepare?: (board: MemoryBoard) => void;
}

async function show({ program = 'good', prepare, ...options }: Setting = {}) {
  const made: MemoryBoard[] = [];
  const ports: { list: readonly PortSummary[] } = { list: [PICO] };
  const services = createTestServices({
    projects: [{ id: 'p', name: 'Blink', modified: 0, files: { 'main.py': program } }],
  });
  const app = new AppState({
    ...services,
    host: { ...services.host, listPorts: async () => ports.list },
    connectBoard: () => {
      const scripts = {
        good: (run: { print(text: string): void }) => run.print('hello'),
        endless: async (run: { readLine(): Promise<string> }) => void (await run.readLine()),
      };
      const board = new MemoryBoard({ scripts, ...options });
      prepare?.(board);
      made.push(board);
      return board;
    },
  });
  await app.start();
  await app.openProject('p');
  const { project } = app;
  if (!project) throw new Error('The project did not open.');
  renderInApp(app, Toolbar, { project });
  renderInApp(app, RunNotices, { project });
  shown = app;
  return { app, project, made, ports };
}

let shown: AppState | undefined;
// Fetched when it is needed, which takes a test seconds and an app none.
beforeAll(async () => void (await import('../../board-check/describe-missing.ts')), 60_000);
afterEach(async () => {
  await shown?.project?.workspace.flush();
  shown?.boards.dispose();
});

const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });
const item = (name: RegExp): Promise<HTMLElement> => screen.findByRole('menuitemradio', { name });

async function openPicker(): Promise<void> {
  await fireEvent.keyDown(button(/^Device:/), { key: 'Enter' });
  await screen.findByRole('menu');
}

async function choose(name = new RegExp(`^${NAME}`)): Promise<void> {
  await openPicker();
  await fireEvent.click(await item(name));
}

describe('the device picker', () => {
  it('lists simulated boards and those on this computer, and follows what is plugged in', async () => {
    const { app, ports } = await show();
    await openPicker();
    expect((await item(/^Simulated Raspberry Pi Pico/)).getAttribute('aria-checked')).toBe('true');
    expect((await item(/^Raspberry Pi Pico/)).textContent).toContain('COM5 · Not connected');
    ports.list = [];
    await app.boards.look();
    await vi.waitFor(() => expect(screen.getByRole('menu').textContent).toContain('Use a data cable'));
    expect(screen.queryByRole('menuitemradio', { name: /^Raspberry Pi Pico/ })).toBeNull();
    await fireEvent.click(screen.getByRole('menuitem', { name: 'My board is not listed' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('another USB cable');
  });

  it('makes a board the one that Run means, and gives it back', async () => {
    const { project, made } = await show();
    await choose();
    await vi.waitFor(() => expect(button(`Device: ${NAME}, Connected`)).toBeTruthy());
    await fireEvent.click(button('Run'));
    await vi.waitFor(() => expect(project.run.console.text()).toContain('hello'));
    expect(made).toHaveLength(1);
    expect(screen.queryByRole('combobox', { name: /^Speed/ })).toBeNull();
    expect(button('Real time').getAttribute('aria-disabled')).toBe('true');
    await openPicker();
    await fireEvent.click(screen.getByRole('menuitem', { name: `Disconnect ${NAME}` }));
    await vi.waitFor(() => expect(button('Device: Simulated Raspberry Pi Pico')).toBeTruthy());
    expect([made[0]?.status, screen.queryByRole('button', { name: 'Save on the board' })]).toEqual([
      'closed',
      null,
    ]);
  });
});

describe('a board on a cable', () => {
  it('says what connecting does, and can be cancelled', async () => {
    await show({ prepare: (board) => void board.hold() });
    await choose();
    await screen.findByText('Opening the port…');
    await fireEvent.click(button('Cancel'));
    await vi.waitFor(() => expect(screen.queryByText('Opening the port…')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells every step of a stop that takes long', async () => {
    const { project, made } = await show({ program: 'endless' });
    await choose();
    await fireEvent.click(button('Run'));
    await vi.waitFor(() => expect(project.run.status).toBe('running'));
    const [board] = made;
    board?.show({ kind: 'stopping', step: 'soft-reset' });
    await screen.findByText('It goes on. Restarting MicroPython on the board…');
    board?.show({ kind: 'stopping', step: 'replug' });
    await screen.findByText(/^Your turn: press RESET/);
    expect(button('Cancel')).toBeTruthy();
    board?.show({ kind: 'ready' });
    await fireEvent.click(button('Stop'));
    await vi.waitFor(() => expect(project.run.status).toBe('idle'));
  });

  it('waits where it is unplugged in a run, and tells of the run when it is back', async () => {
    const { project, made } = await show({ program: 'endless' });
    await choose();
    await fireEvent.click(button('Run'));
    await vi.waitFor(() => expect(project.run.status).toBe('running'));
    made[0]?.unplug();
    await screen.findByText('Unplugged. Waiting for it to come back…');
    expect(screen.queryByRole('alert')).toBeNull();
    expect([button('Run').disabled, button('Save on the board').disabled]).toEqual([true, true]);
    await vi.waitFor(() => expect(project.run.console.text()).toContain('cut off'));
    made[0]?.plugIn();
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('was unplugged'));
    expect(button('Run').disabled).toBe(false);
  });

  it('tells why it cannot be connected, with what to do, and tries again', async () => {
    await show({ refuse: 'port-busy' });
    await choose();
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Another program uses the board’s port.');
    expect(notice.textContent).toContain('serial monitors');
    await fireEvent.click(within(notice).getByRole('button', { name: 'Choose another device' }));
    await screen.findByRole('menu');
  });

  it('says that breakpoints do not pause it', async () => {
    const { project } = await show();
    project.workspace.document.toggleBreakpoint(1);
    await choose();
    await fireEvent.click(button('Run'));
    await vi.waitFor(() => expect(project.run.console.text()).toContain('Breakpoints do not pause'));
  });

  it('asks before a program goes to it that uses what it lacks', async () => {
    const { project, made } = await show({ program: 'import network\nnetwork.WLAN()\n' });
    await choose();
    await fireEvent.click(button('Run'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('network');
    expect(dialog.textContent).toContain('Line 1');
    expect(made[0]?.status).toBe('idle');
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Send it anyway' }));
    await vi.waitFor(() => expect(project.run.lastResult?.end).toBe('finished'));
    await fireEvent.click(button('Run'));
    await vi.waitFor(() => expect(project.run.console.text()).toContain('ended'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('saving on the board', () => {
  it('says that it is saved when it is, and does not ask again for what came from here', async () => {
    const { app, project, made } = await show();
    await choose();
    await fireEvent.click(button('Save on the board'));
    await vi.waitFor(() => expect(app.toasts.list.at(-1)?.text).toContain('starts by itself'));
    expect(made[0]?.textOf('/main.py')).toContain('good');
    project.workspace.setFile('main.py', 'better');
    await fireEvent.click(button('Save on the board'));
    await vi.waitFor(() => expect(made[0]?.textOf('/main.py')).toContain('better'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks before it replaces a program that came from elsewhere', async () => {
    const { made } = await show({ files: { '/main.py': 'print("other")\n' } });
    await choose();
    await fireEvent.click(button('Save on the board'));
    const dialog = await screen.findByRole('dialog', { name: 'There is another program on the board' });
    await vi.waitFor(() => expect(dialog.textContent).toContain('print("other")'));
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(made[0]?.textOf('/main.py')).toBe('print("other")\n');
    await fireEvent.click(button('Save on the board'));
    await fireEvent.click(await screen.findByRole('button', { name: 'Replace with mine' }));
    await vi.waitFor(() => expect(made[0]?.textOf('/main.py')).toContain('good'));
  });

  it('takes the program of the board into the editor, which can be undone', async () => {
    const { app, project, made } = await show({ files: { '/main.py': 'print("other")\n' } });
    await choose();
    await fireEvent.click(button('Save on the board'));
    await fireEvent.click(await screen.findByRole('button', { name: /into the editor$/ }));
    await vi.waitFor(() => expect(project.workspace.program).toBe('print("other")\n'));
    expect(made[0]?.textOf('/main.py')).toBe('print("other")\n');
    app.toasts.act(app.toasts.list.at(-1)?.id ?? 0);
    expect(project.workspace.program).toBe('good');
  });

  it('can be cancelled while it waits, and says nothing is saved', async () => {
    const { app, made } = await show();
    await choose();
    await vi.waitFor(() => expect(app.boards.current?.isReady).toBe(true));
    made[0]?.hold();
    await fireEvent.click(button('Save on the board'));
    await screen.findByText('Comparing with what is on the board…');
    await fireEvent.click(button('Cancel'));
    await vi.waitFor(() => expect(screen.queryByText(/^Comparing/)).toBeNull());
    expect([app.toasts.list, made[0]?.textOf('/main.py')]).toEqual([[], undefined]);
  });

  it('tells what went wrong in plain words', async () => {
    const { app, made } = await show();
    await choose();
    await vi.waitFor(() => expect(app.boards.current?.isReady).toBe(true));
    made[0]?.failNext('storage-full');
    await fireEvent.click(button('Save on the board'));
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('There is not enough room on the board.');
    await fireEvent.click(within(notice).getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(made[0]?.textOf('/main.py')).toContain('good'));
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
