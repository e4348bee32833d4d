import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { BoardPanels } from '../../state/board-panels.ts';
import { BoardSession } from '../../state/board-session.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import type { ScreenOptions } from './board-screen.ts';
import TerminalPane from './TerminalPane.svelte';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = vi.fn();
    disconnect = vi.fn();
  },
);

/** The screens that were opened, with what they show. */
const screens: { options: ScreenOptions; shown: string; enabled: boolean }[] = [];

// xterm.js measures letters, which the tests' page does not have.
vi.mock('./board-screen.ts', () => ({
  BoardScreen: class {
    readonly #screen: (typeof screens)[number];
    constructor(options: ScreenOptions) {
      this.#screen = { options, shown: '', enabled: false };
      screens.push(this.#screen);
    }
    readonly copyText = 'copied';
    write(text: string): void {
      this.#screen.shown += text;
    }
    clear(): void {
      this.#screen.shown = '';
    }
    setEnabled(enabled: boolean): void {
      this.#screen.enabled = enabled;
    }
    setLook = vi.fn();
    focus = vi.fn();
    dispose = vi.fn();
  },
}));

async function show() {
  const services = createTestServices();
  const board = new MemoryBoard({ scripts: { endless: async (run) => void (await run.readLine()) } });
  const session = new BoardSession({ path: '/dev/ttyACM0', name: 'Pico' }, board);
  await session.connect();
  const { terminal } = new BoardPanels().of(session);
  if (!terminal) throw new Error('The twin has a prompt.');
  board.say('>>> ');
  renderInApp(new AppState(services), TerminalPane, { session, terminal });
  const opened = await vi.waitFor(() => {
    const last = screens.at(-1);
    if (!last) throw new Error('No screen yet.');
    return last;
  });
  return { board, session, terminal, opened };
}

const typed = (board: MemoryBoard, text: string): Promise<void> =>
  vi.waitFor(() => expect(board.typed).toBe(text));

describe('TerminalPane', () => {
  beforeEach(() => void (screens.length = 0));

  it('shows what was said before and what comes', async () => {
    const { board, opened } = await show();
    board.say('2\r\n>>> ');
    expect(opened.shown).toBe('>>> 2\r\n>>> ');
  });

  it('sends keys, and a button for those that are hard to find', async () => {
    const { board, opened } = await show();
    opened.options.ontype('1');
    await fireEvent.click(screen.getByRole('button', { name: 'Interrupt (Ctrl+C)' }));
    await typed(board, '1\u0003');
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: /^Restart MicroPython/ }));
    await typed(board, '1\u0003\u0003\u0004');
  });

  it('says how to leave by keyboard, and that keys are input while a program runs', async () => {
    const { board } = await show();
    expect(screen.getByRole('status').textContent).toContain('Esc, then Tab leaves');
    await board.load({ 'main.py': 'endless' });
    const running = board.run();
    expect(await screen.findByText(/What you type is its input/)).toBeDefined();
    await board.stop();
    await running;
  });

  it('takes no keys while the board is away', async () => {
    const { board, opened } = await show();
    await vi.waitFor(() => expect(opened.enabled).toBe(true));
    board.unplug();
    await vi.waitFor(() => expect(opened.enabled).toBe(false));
    expect(screen.getByRole('status').textContent).toContain('not connected');
  });

  it('shows a paste with keys in it before it is sent', async () => {
    const { board, opened } = await show();
    opened.options.onpaste('print(1)\u0003');
    const dialog = within(await screen.findByRole('dialog', { name: 'Send this to the board?' }));
    expect(dialog.getByText('print(1)')).toBeDefined();
    expect(dialog.getByText('1 invisible character is left out.')).toBeDefined();
    expect(board.typed).toBe('');
    await fireEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await typed(board, 'print(1)');
  });

  it('offers lines that were sent before', async () => {
    const { board, opened } = await show();
    opened.options.online('led.on()');
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Type again: led.on()' }));
    await typed(board, 'led.on()');
  });
});
