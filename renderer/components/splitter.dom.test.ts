import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useLanguage } from '../i18n/t.ts';
import Splitter from './Splitter.svelte';

function show(sizesBefore: boolean) {
  const onresize = vi.fn();
  render(Splitter, {
    label: 'Width',
    orientation: 'vertical',
    value: 30,
    min: 10,
    max: 60,
    sizesBefore,
    onresize,
  });
  return { onresize, edge: screen.getByRole('separator', { name: 'Width' }) };
}

afterEach(() => useLanguage('en'));

describe('Splitter', () => {
  it('follows the arrow where columns stand from right to left, too', async () => {
    await useLanguage('ar');
    const { edge, onresize } = show(true);
    await fireEvent.keyDown(edge, { key: 'ArrowRight' });
    expect(onresize).toHaveBeenLastCalledWith(28);
  });

  it('moves with the arrow keys in the direction of the arrow', async () => {
    const before = show(true);
    await fireEvent.keyDown(before.edge, { key: 'ArrowRight' });
    expect(before.onresize).toHaveBeenLastCalledWith(32);
  });

  it('shrinks what lies after it when it moves right', async () => {
    const { edge, onresize } = show(false);
    await fireEvent.keyDown(edge, { key: 'ArrowRight' });
    expect(onresize).toHaveBeenLastCalledWith(28);
    await fireEvent.keyDown(edge, { key: 'Home' });
    expect(onresize).toHaveBeenLastCalledWith(10);
  });

  it('tells its value to a screen reader', () => {
    const { edge } = show(true);
    expect([edge.getAttribute('aria-valuenow'), edge.getAttribute('aria-orientation')]).toEqual([
      '30',
      'vertical',
    ]);
  });
});
