import { describe, expect, it } from 'vitest';
import { PICO } from '#interpreter/boards/pico.ts';
import { BoardWarnings } from './board-warnings.svelte.ts';

const WIFI = { 'main.py': 'import network\n' };

describe('BoardWarnings', () => {
  it('says what the board lacks, and nothing without a board', async () => {
    const warnings = new BoardWarnings();
    await warnings.look(WIFI, PICO);
    expect(warnings.list).toMatchObject([
      { line: 1, name: 'network', what: 'The Raspberry Pi Pico has no module network.' },
    ]);
    await warnings.look(WIFI, undefined);
    expect(warnings.list).toEqual([]);
  });

  it('keeps what belongs to the newest program, whatever comes last', async () => {
    const warnings = new BoardWarnings();
    const first = warnings.look(WIFI, PICO);
    await warnings.look({ 'main.py': 'print(1)\n' }, PICO);
    await first;
    expect(warnings.list).toEqual([]);
  });

  it('does not look again at the same program for the same board, however often it is asked', async () => {
    const warnings = new BoardWarnings();
    await warnings.look(WIFI, PICO);
    const { list } = warnings;
    let loads = 0;
    await warnings.look({ ...WIFI }, { ...PICO }, () => {
      loads++;
      return import('../board-check/describe-missing.ts');
    });
    expect([loads, warnings.list]).toEqual([0, list]);
    await warnings.look(WIFI, undefined);
    const none = warnings.list;
    await warnings.look({ ...WIFI, 'pump.py': '' }, undefined);
    expect(warnings.list).toBe(none);
  });
});
