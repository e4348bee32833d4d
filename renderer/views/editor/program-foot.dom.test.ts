import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import ProgramFoot from './ProgramFoot.svelte';

const report = (statements: number, native: number, ...rawLines: number[]) => ({
  statements,
  native,
  rawStatements: statements - native,
  rawExpressions: 0,
  rawLines,
});

describe('ProgramFoot', () => {
  it('is silent where every line has a block', () => {
    render(ProgramFoot, { report: report(9, 9), lineText: () => '', onshowline: vi.fn() });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('counts and lists the lines that are kept as text, and goes there', async () => {
    const onshowline = vi.fn();
    const lineText = (line: number): string => `line ${line}`;
    render(ProgramFoot, { report: report(84, 82, 7, 30), lineText, onshowline });
    await fireEvent.click(screen.getByRole('button', { name: '2 of 84 statements are kept as text' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Line 30 line 30' }));
    expect(onshowline).toHaveBeenCalledExactlyOnceWith(30);
  });
});
