import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import type { TraceBatch } from '#interpreter/device/trace.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { parts } from '#interpreter/hardware/parts/index.ts';
import { worlds } from '#interpreter/hardware/worlds/index.ts';
import { BenchState } from '#renderer/state/bench.svelte.ts';
import Bench from './Bench.svelte';

/** jsdom has no layout: sizes stay 0, for which the bench is drawn at scale 1. */
class NoResizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', NoResizes);

const CATALOG = {
  boards: BOARDS,
  parts: parts.map(({ definition }) => definition),
  worlds: worlds.map(({ definition }) => definition),
};

const GREENHOUSE: Diagram = {
  version: 1,
  board: 'esp32_devkit',
  world: { type: 'greenhouse' },
  parts: [
    { id: 'temp', type: 'analog-temperature-sensor', label: 'thermometer' },
    { id: 'pump', type: 'relay', label: 'water pump' },
  ],
  connections: [
    { from: 'temp:OUT', to: 'board:GPIO34' },
    { from: 'pump:IN', to: 'board:GPIO12' },
    { from: 'pump:GND', to: 'board:GND' },
  ],
};

const DESK: Diagram = {
  version: 1,
  board: 'pico',
  parts: [
    { id: 'pot', type: 'potentiometer' },
    { id: 'start', type: 'push-button', label: 'start' },
    { id: 'temp', type: 'analog-temperature-sensor' },
  ],
  connections: [],
};

const atOnce = (callback: () => void): (() => void) => {
  callback();
  return () => undefined;
};

/** A bench that is drawn, and a way to tell it what a device tells. */
function show(diagram: Diagram) {
  const bench = new BenchState(atOnce);
  const oncontrol = vi.fn((part: string, control: string, value: number | boolean | string) => {
    bench.setControl(part, control, value);
  });
  render(Bench, { diagram, catalog: CATALOG, bench, oncontrol, running: true });
  const tell = (batch: Partial<TraceBatch>): void =>
    bench.apply({ until: 0, edges: [], pwm: [], parts: [], world: [], notices: [], ...batch });
  return { tell, oncontrol };
}

async function open(name: RegExp): Promise<HTMLElement> {
  const group = screen.getByRole('group', { name });
  await fireEvent.click(within(group).getAllByRole('button')[0] ?? group);
  return group;
}

afterEach(cleanup);

describe('parts', () => {
  it('are groups that say their name, their kind and what they do', async () => {
    const { tell } = show(GREENHOUSE);
    screen.getByRole('group', { name: 'water pump, relay with load' });
    tell({ parts: [{ at: 0, part: 'pump', state: { on: true, load: 'pump' } }] });
    await screen.findByRole('group', { name: 'water pump, relay with load: on' });
    screen.getByRole('group', { name: 'ESP32 DevKit V1, board' });
  });

  it('show their controls when they are selected, and put them away on Escape', async () => {
    const { oncontrol } = show(DESK);
    const group = await open(/^Temperature sensor/);
    const slider = within(group).getByRole<HTMLInputElement>('slider', {
      name: 'Temperature sensor (TMP36): Temperature',
    });
    expect(slider.value).toBe('20');
    expect(slider.getAttribute('aria-valuetext')).toBe('20 °C');
    await fireEvent.input(slider, { target: { value: '31.5' } });
    expect(oncontrol).toHaveBeenLastCalledWith('temp', 'temperature', 31.5);
    expect(slider.getAttribute('aria-valuetext')).toBe('31.5 °C');
    await fireEvent.keyDown(slider, { key: 'Escape' });
    expect(within(group).queryByRole('slider')).toBeNull();
  });

  it('that measure a world offer the controls of the world instead of their own', async () => {
    const { oncontrol } = show(GREENHOUSE);
    const group = await open(/^thermometer/);
    const slider = within(group).getByRole('slider', { name: 'Greenhouse: Air temperature now' });
    await fireEvent.input(slider, { target: { value: '35' } });
    expect(oncontrol).toHaveBeenLastCalledWith('world', 'airTemperature', 35);
    expect(within(group).getAllByRole('slider')).toHaveLength(1);
    within(group).getByRole('switch', { name: 'Greenhouse: Hold the air temperature' });
  });

  it('of an unknown type are a box that says so', async () => {
    show({ ...DESK, parts: [{ id: 'x', type: 'laser' }] });
    const group = await open(/^x$/);
    within(group).getByText(/no part of type "laser"/);
  });
});

describe('a push button', () => {
  it('is down while Space or Enter is held, and comes up when the focus is lost', async () => {
    const { oncontrol } = show(DESK);
    const button = screen.getByRole('button', { name: 'start: Press' });
    await fireEvent.keyDown(button, { key: ' ' });
    await fireEvent.keyDown(button, { key: ' ', repeat: true });
    expect(oncontrol.mock.calls).toEqual([['start', 'pressed', true]]);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await fireEvent.keyUp(button, { key: ' ' });
    await fireEvent.keyDown(button, { key: 'Enter' });
    await fireEvent.blur(button);
    expect(oncontrol.mock.calls.map((call) => call[2])).toEqual([true, false, true, false]);
  });

  it('is down while the pointer holds it', async () => {
    const { oncontrol } = show(DESK);
    const button = screen.getByRole('button', { name: 'start: Press' });
    await fireEvent.pointerDown(button, { button: 0 });
    await fireEvent.pointerUp(button);
    expect(oncontrol.mock.calls.map((call) => call[2])).toEqual([true, false]);
  });
});

describe('a potentiometer', () => {
  it('turns with the arrow keys and stays inside its range', async () => {
    const { oncontrol } = show(DESK);
    const knob = screen.getByRole('slider', { name: 'Potentiometer: Position' });
    await fireEvent.keyDown(knob, { key: 'ArrowLeft' });
    expect(oncontrol).not.toHaveBeenCalled();
    await fireEvent.keyDown(knob, { key: 'ArrowUp' });
    await fireEvent.keyDown(knob, { key: 'PageUp' });
    await fireEvent.keyDown(knob, { key: 'End' });
    expect(oncontrol.mock.calls.map((call) => call[2])).toEqual([1, 11, 100]);
    expect(knob.getAttribute('aria-valuetext')).toBe('100 %');
  });
});

describe('the world', () => {
  it('tells its values in words, before a run and while one goes on', async () => {
    const { tell } = show(GREENHOUSE);
    const values = screen.getByLabelText('Values of the greenhouse');
    within(values).getByText('08:00');
    const sample = {
      airTemperature: 31.24,
      airHumidity: 55,
      soilMoisture: 12,
      outsideTemperature: 18,
      timeOfDay: 14.3334,
    };
    tell({ world: [{ at: 0, values: { ...sample, pumpFlow: 6 } }] });
    await within(values).findByText('31.2 °C');
    within(values).getByText('14:20');
    screen.getByRole('img', {
      name: 'Greenhouse by day, 14:20: the plants droop, the soil is dry, the pump waters the bed.',
    });
  });

  it('has its controls, and folds away', async () => {
    const { oncontrol } = show(GREENHOUSE);
    await fireEvent.click(screen.getByRole('button', { name: 'Weather' }));
    await fireEvent.input(screen.getByRole('slider', { name: 'Greenhouse: Clouds' }), {
      target: { value: '80' },
    });
    expect(oncontrol).toHaveBeenLastCalledWith('world', 'cloudCover', 80);
    await fireEvent.click(screen.getByRole('button', { name: 'Hide the picture' }));
    expect(screen.queryByRole('img', { name: /^Greenhouse/ })).toBeNull();
    screen.getByRole('button', { name: 'Show the picture' });
  });
});

describe('wires', () => {
  it('are listed in words', () => {
    show(GREENHOUSE);
    const rows = screen.getAllByRole('row', { hidden: true }).map((row) =>
      within(row)
        .queryAllByRole('cell', { hidden: true })
        .map((cell) => cell.textContent),
    );
    expect(rows.slice(1)).toEqual([
      ['GPIO34', 'thermometer OUT', 'signal'],
      ['GPIO12', 'water pump IN', 'signal'],
      ['GND', 'water pump GND', 'ground'],
    ]);
  });

  it('tell their name on focus; the arrow keys walk from wire to wire', async () => {
    show(GREENHOUSE);
    const wires = screen.getAllByRole('img', { name: / → / });
    expect(wires.map((wire) => wire.getAttribute('tabindex'))).toEqual(['0', '-1', '-1']);
    await fireEvent.focus(wires[1] as Element);
    screen.getByText('GPIO12 → water pump IN');
    await fireEvent.keyDown(wires[1] as Element, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(wires[2]);
  });
});
