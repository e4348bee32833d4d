import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PortSummary } from '#common/host/host.ts';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { FirmwareError, firmwareError } from '#interpreter/device/firmware.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { MemoryFirmware, type MemoryFirmwareOptions } from '#interpreter/device/memory-firmware.ts';
import RunNotices from '../../app/RunNotices.svelte';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import Toolbar from '../toolbar/Toolbar.svelte';

const PICO = {
  name: 'RPI_PICO-1.28.uf2',
  kind: 'uf2',
  size: 700_000,
  chips: ['RP2040'],
  board: 'Raspberry Pi Pico with RP2040',
  version: '1.28.0',
} as const;
const ESP = { name: 'ESP32.bin', kind: 'esp', size: 1_700_000, chips: ['ESP32'], version: '1.28.0' } as const;
const ODD = { name: 'odd.uf2', kind: 'uf2', size: 1000, chips: [] } as const;
const BLINKY = { name: 'blinky.uf2', kind: 'uf2', size: 1000, chips: ['RP2040'] } as const;

const DRIVE = {
  id: 'drive:/R',
  kind: 'uf2',
  name: 'Pico',
  place: '/media/RPI-RP2',
  chips: ['RP2040'],
} as const;
const PICO_2 = {
  id: 'drive:/2',
  kind: 'uf2',
  name: 'P2',
  place: '/media/RP2350',
  chips: ['RP2350'],
} as const;
const COM7 = { id: 'port:COM7', kind: 'esp', name: 'CP2102', place: 'COM7', chips: [] } as const;
const COM8 = { id: 'port:COM8', kind: 'esp', name: 'CH340', place: 'COM8', chips: [] } as const;

const PORT: PortSummary = { path: 'COM5', name: 'Raspberry Pi Pico', vendorId: '2e8a', productId: '0005' };

interface Setting extends MemoryFirmwareOptions {
  readonly ports?: readonly PortSummary[];
  readonly refuse?: 'not-micropython';
}

async function show({ ports = [], refuse, ...options }: Setting = {}) {
  const firmware = new MemoryFirmware({ files: [PICO, ESP, ODD, BLINKY], ...options });
  const timers = new ManualTimers();
  const services = createTestServices({
    projects: [{ id: 'p', name: 'Blink', modified: 0, files: { 'main.py': 'good' } }],
  });
  const listed = { ports };
  const boards: MemoryBoard[] = [];
  const app = new AppState({
    ...services,
    timers,
    firmware,
    host: { ...services.host, listPorts: async () => listed.ports },
    connectBoard: () => {
      const board = new MemoryBoard(refuse ? { refuse } : {});
      boards.push(board);
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
  return { app, firmware, timers, listed, boards };
}

let shown: AppState | undefined;
afterEach(async () => {
  await shown?.project?.workspace.flush();
  shown?.boards.dispose();
  shown?.firmware.close();
});

const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Install MicroPython' });
const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });

async function open(): Promise<HTMLElement> {
  await fireEvent.keyDown(button(/^Device:/), { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Install MicroPython…' }));
  return dialog();
}

const fileOf = (name: string): File => new File([new Uint8Array([1, 2, 3])], name);

async function choose(name: string): Promise<void> {
  const input = document.querySelector('input[type=file]');
  if (!input) throw new Error('There is no way to choose a file.');
  Object.defineProperty(input, 'files', { configurable: true, value: [fileOf(name)] });
  // An input of files takes no other value than this.
  Object.defineProperty(input, 'value', { configurable: true, writable: true, value: '' });
  await fireEvent.change(input);
}

describe('installing MicroPython', () => {
  it('tells what a file is, finds the board while it is open, and installs', async () => {
    const { firmware, timers } = await show();
    const shownDialog = await open();
    await within(shownDialog).findByText(/^Waiting for a board/);
    expect(shownDialog.textContent).toContain('Hold its BOOTSEL button down');
    expect(button('Install').disabled).toBe(true);
    await choose(PICO.name);
    await screen.findByText('MicroPython 1.28.0');
    expect(screen.getByText('For Raspberry Pi Pico with RP2040')).toBeTruthy();
    expect(screen.getByText('RPI_PICO-1.28.uf2 · 684 KB')).toBeTruthy();
    expect(shownDialog.textContent).toContain('Your files on the board stay.');
    expect(shownDialog.textContent).toContain('Now a board is needed.');
    firmware.plugged = [DRIVE];
    timers.advance(1000);
    const radio = await screen.findByRole<HTMLInputElement>('radio', { name: /^Board with RP2040/ });
    expect(radio.checked).toBe(true);
    await fireEvent.click(button('Install'));
    await screen.findByText('MicroPython is on the board');
    expect(firmware.installed).toMatchObject([
      { targetId: DRIVE.id, name: PICO.name, options: { erase: false } },
    ]);
    expect([...(firmware.installed[0]?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  it('takes a file that is dropped, and offers boards of its kind and chip alone', async () => {
    await show({ targets: [PICO_2, COM7] });
    const shownDialog = await open();
    expect(await screen.findAllByRole('radio')).toHaveLength(2);
    const [list] = within(shownDialog).getAllByRole('list');
    if (!list) throw new Error('There are no steps.');
    await fireEvent.drop(list, { dataTransfer: { files: [fileOf(PICO.name)] } });
    await screen.findByText('MicroPython 1.28.0');
    const radio = screen.getByRole<HTMLInputElement>('radio');
    expect(radio.disabled).toBe(true);
    expect(shownDialog.textContent).toContain('This board has RP2350; the file is for RP2040.');
    expect(button('Install').disabled).toBe(true);
  });

  it('says in plain words what is wrong with a file', async () => {
    const { firmware } = await show({ targets: [DRIVE] });
    const shownDialog = await open();
    await choose('holiday.zip');
    expect((await screen.findByRole('alert')).textContent).toContain('This is not a firmware file.');
    firmware.failNext(firmwareError('not-firmware', 'x.uf2 is a web page. Download it again.'));
    await choose('x.uf2');
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('x.uf2 is a web page.'));
    await choose(ODD.name);
    await vi.waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('a chip that Pinlab does not know'),
    );
    expect(button('Install').disabled).toBe(true);
    await choose(BLINKY.name);
    await screen.findByText('Firmware that does not say it is MicroPython');
    expect(shownDialog.textContent).toContain('Check that this is the right file.');
    expect(button('Install').disabled).toBe(false);
  });

  it('lets one of several ports be picked, and erases only what was asked for', async () => {
    const { firmware } = await show({ targets: [COM7, COM8] });
    const shownDialog = await open();
    await choose(ESP.name);
    await screen.findByText('MicroPython 1.28.0');
    expect(button('Install').disabled).toBe(true);
    await fireEvent.click(await screen.findByRole('radio', { name: /CH340/ }));
    expect(shownDialog.textContent).toContain('MicroPython files on it usually stay.');
    await fireEvent.click(screen.getByRole('checkbox', { name: /^Erase the board first/ }));
    expect(shownDialog.textContent).toContain('All files on the board are deleted.');
    await fireEvent.click(button('Erase and install'));
    await screen.findByText('MicroPython is on the board');
    expect(firmware.installed).toMatchObject([{ targetId: COM8.id, options: { erase: true } }]);
    await fireEvent.click(button('Install on another board'));
    expect((await screen.findByRole<HTMLInputElement>('checkbox')).checked).toBe(false);
  });

  it('tells how far it is, stays open meanwhile, and can be cancelled', async () => {
    const { firmware } = await show({ targets: [DRIVE] });
    const shownDialog = await open();
    await choose(PICO.name);
    await vi.waitFor(() => expect(button('Install').disabled).toBe(false));
    firmware.hold();
    await fireEvent.click(button('Install'));
    await screen.findByText('Writing… 0%');
    firmware.tell({ step: 'writing', done: 25, total: 100 });
    await screen.findByText('Writing… 25%');
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(25);
    expect(shownDialog.contains(document.activeElement)).toBe(true);
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    await fireEvent.keyDown(shownDialog, { key: 'Escape' });
    expect(screen.getByText('Writing… 25%')).toBeTruthy();
    await fireEvent.click(button('Cancel'));
    expect((await screen.findByRole('alert')).textContent).toContain('You cancelled it.');
    expect(shownDialog.contains(document.activeElement)).toBe(true);
    expect(firmware.installed).toEqual([]);
    expect(button('Install').disabled).toBe(false);
  });

  it('tells why it failed, with what to do on this computer', async () => {
    const { firmware } = await show({ targets: [COM7] });
    await open();
    await choose(ESP.name);
    await vi.waitFor(() => expect(button('Install').disabled).toBe(false));
    const problems = [{ severity: 'error', code: 'group', message: 'Ask for it.', fix: 'Do so.' }] as const;
    firmware.failNext(new FirmwareError('permission-denied', 'No.', { problems }));
    await fireEvent.click(button('Install'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This account may not write there.');
    expect(alert.textContent).toContain('Ask for it.');
  });

  it('connects to the board when its port is back', async () => {
    const { app, timers, listed, boards } = await show({
      targets: [DRIVE],
      report: { board: 'not-seen' },
    });
    await open();
    await choose(PICO.name);
    await vi.waitFor(() => expect(button('Install').disabled).toBe(false));
    await fireEvent.click(button('Install'));
    await screen.findByText(/Unplug it and plug it in again, without holding/);
    expect(button('Connect to the board now').disabled).toBe(true);
    listed.ports = [PORT];
    await vi.waitFor(() => expect(timers.count).toBeGreaterThan(0));
    timers.advance(1000);
    await screen.findByText('The board is at COM5 now.');
    await fireEvent.click(button('Connect to the board now'));
    await vi.waitFor(() => expect(app.boards.target?.isReady).toBe(true));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(boards).toHaveLength(1);
  });

  it('gives back a port that it holds itself before it writes there', async () => {
    const { app, boards } = await show({ targets: [COM7], ports: [{ ...PORT, path: 'COM7' }] });
    await app.boards.choose({ ...PORT, path: 'COM7' });
    await open();
    await choose(ESP.name);
    await vi.waitFor(() => expect(button('Install').disabled).toBe(false));
    await fireEvent.click(button('Install'));
    await screen.findByText('MicroPython is on the board');
    expect([app.boards.current, boards[0]?.status]).toEqual([undefined, 'closed']);
  });

  it('is offered where a board has another program on it', async () => {
    const { app } = await show({ ports: [PORT], refuse: 'not-micropython' });
    await app.boards.choose(PORT);
    await screen.findByRole('alert');
    await fireEvent.click(button('Install MicroPython…'));
    expect((await dialog()).textContent).toContain('Choose the file');
  });

  it('looks for boards only while it is open', async () => {
    const { app, firmware, timers } = await show();
    const looks = vi.spyOn(firmware, 'targets');
    timers.advance(5000);
    expect(looks).not.toHaveBeenCalled();
    await open();
    await fireEvent.click(button('Close'));
    expect(app.firmware.isOpen).toBe(false);
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const before = looks.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    timers.advance(5000);
    expect(looks).toHaveBeenCalledTimes(before);
  });
});
