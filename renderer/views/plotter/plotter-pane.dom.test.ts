import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../components/render-in-app.ts';
import { AppState } from '../../state/app-state.svelte.ts';
import { PlotState } from '../../state/plot-state.svelte.ts';
import { createTestServices } from '../../state/test-lesson.ts';
import type { PlotDrawing } from './plot-chart.ts';
import PlotterPane from './PlotterPane.svelte';

// The tests' page has no sizes, and nobody who watches them.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = vi.fn();
    disconnect = vi.fn();
  },
);

const SECOND = 1e9;
const drawings: PlotDrawing[] = [];

// uPlot draws on a canvas, which the tests' page does not have.
vi.mock('./plot-chart.ts', () => ({
  PlotChart: class {
    draw(drawing: PlotDrawing): void {
      drawings.push(drawing);
    }
    dispose(): void {
      drawings.length = 0;
    }
  },
}));

function show() {
  const frames: (() => void)[] = [];
  const requestFrame = (callback: () => void) => {
    frames.push(callback);
    return () => void frames.splice(frames.indexOf(callback), 1);
  };
  const plot = new PlotState();
  const app = new AppState({ ...createTestServices(), requestFrame });
  const view = renderInApp(app, PlotterPane, { plot, name: 'Greenhouse' });
  let at = 0;
  const print = (...lines: string[]): void => {
    for (const line of lines) plot.take({ at: at++ * SECOND, text: `${line}\n` });
    plot.publish();
  };
  const frame = (): void => frames.splice(0).forEach((callback) => callback());
  return { plot, print, frame, frames, view };
}

const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
const picture = (): Promise<HTMLElement> => screen.findByRole('group', { name: 'Curves over time' });

describe('PlotterPane', () => {
  beforeEach(() => void (drawings.length = 0));

  it('teaches what to print while there is nothing to draw', () => {
    show();
    expect(screen.getByRole('heading', { name: 'Numbers become curves' })).toBeDefined();
    expect(screen.getByText('print("temp:", t, "light:", light)')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  });

  it('names the curves with their newest values, and hides one with a click', async () => {
    const { plot, print } = show();
    print('temp: 21.5, light: 300', 'temp: 22');
    const temp = await button('temp 22');
    expect(temp.getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(temp);
    expect(plot.visible.map(({ key }) => key)).toEqual(['light']);
    expect(temp.getAttribute('aria-pressed')).toBe('false');
    await fireEvent.click(await button(/light/));
    expect(screen.getByText(/All curves are hidden/)).toBeDefined();
  });

  it('draws once a frame, however much is printed', async () => {
    const { print, frame, frames } = show();
    print('a: 1');
    // The picture's size comes from the page, which has none here.
    await vi.waitFor(() => expect(frames).toHaveLength(1));
    for (let i = 0; i < 50; i++) print(`a: ${i}`);
    await Promise.resolve();
    expect(frames.length).toBeLessThanOrEqual(1);
    frame();
    expect(drawings).toHaveLength(1);
    expect(drawings[0]?.range).toEqual({ from: 0, to: 50 });
  });

  it('holds the picture and goes on to the newest', async () => {
    const { plot, print } = show();
    print('a: 1', 'a: 2');
    await fireEvent.click(await button('Hold the picture'));
    expect(screen.getByRole('status').textContent).toContain('still collected');
    print('a: 3');
    expect(plot.range).toEqual({ from: 0, to: 1 });
    await fireEvent.click(await button('Back to the newest'));
    expect(plot.range).toEqual({ from: 0, to: 2 });
  });

  it('is moved with keys, and told in words', async () => {
    const { plot, print } = show();
    print('a: 1', 'a: 5', 'a: 3');
    const area = await picture();
    expect(area.textContent).toContain('a is 3, lowest 1, highest 5.');
    await fireEvent.keyDown(area, { key: '+' });
    await fireEvent.keyDown(area, { key: 'ArrowRight' });
    expect(plot.pinned?.to).toBeGreaterThan(1.6);
    await fireEvent.keyDown(area, { key: 'Home' });
    expect(plot.pinned).toBeUndefined();
    await fireEvent.keyDown(area, { key: ' ' });
    expect(plot.pinned).toEqual({ from: 0, to: 2 });
    await fireEvent.keyDown(area, { key: 'x' });
    expect(plot.pinned).toEqual({ from: 0, to: 2 });
  });

  it('has the same values as a table, newest first', async () => {
    const { print } = show();
    print('a: 1', 'a: 2, b: 7');
    await fireEvent.click(await button('More'));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Show as table' }));
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Time (s)', 'a', 'b'],
      ['1', '2', '7'],
      ['0', '1', ''],
    ]);
  });

  it('saves a table that is named after the project', async () => {
    const { print } = show();
    print('a: 1');
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.download).toBe('Greenhouse plot.csv');
    });
    await fireEvent.click(await button('More'));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Save as table (CSV)' }));
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(await (made.mock.calls[0]?.[0] as Blob).text()).toContain('Time (s),a\r\n0,1');
    vi.restoreAllMocks();
  });
});
