/** Moves a wiring to another board, pin by pin, or says which pins the other board cannot offer. Pure. */

import type { Problem } from '#common/errors/problem.ts';
import type { BoardDefinition, BoardPin } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardPin } from '#interpreter/diagram/lookup.ts';
import { t } from '../i18n/t.ts';

export type BoardChange =
  | { readonly ok: true; readonly diagram: Diagram }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const PREFIX = `${BOARD_ID}:`;

export function changeBoard(diagram: Diagram, from: BoardDefinition, to: BoardDefinition): BoardChange {
  const problems: Problem[] = [];
  const move = (end: string, index: number): string => {
    if (!end.startsWith(PREFIX)) return end;
    const pin = findBoardPin(from, end.slice(PREFIX.length));
    const target = pin && counterpart(pin, to);
    const problem = pin && mismatch(pin, target, to);
    if (problem) problems.push({ ...problem, where: { file: 'diagram.json', path: `connections[${index}]` } });
    return target ? `${PREFIX}${target.name}` : end;
  };
  const connections = diagram.connections.map((connection, index) => ({
    ...connection,
    from: move(connection.from, index),
    to: move(connection.to, index),
  }));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, diagram: { ...diagram, board: to.id, connections } };
}

/** GPIOs go by number, power by voltage, ground to ground. */
function counterpart(pin: BoardPin, to: BoardDefinition): BoardPin | undefined {
  if (pin.role === 'gpio') return to.pins.find((candidate) => candidate.gpio === pin.gpio);
  const sameName = findBoardPin(to, pin.name);
  if (sameName?.role === pin.role) return sameName;
  if (pin.role === 'ground') return to.pins.find((candidate) => candidate.role === 'ground');
  return to.pins.find((candidate) => candidate.role === 'power' && candidate.volts === pin.volts);
}

function mismatch(pin: BoardPin, target: BoardPin | undefined, to: BoardDefinition): Problem | undefined {
  const values = { pin: pin.name, board: to.name };
  if (!target) return problem('pin-missing', t('board.pinMissing', values));
  if (pin.adc && !target.adc) return problem('pin-not-analog', t('board.pinNotAnalog', values));
  if (pin.output !== false && target.output === false) return problem('pin-input-only', t('board.pinInputOnly', values));
  return undefined;
}

function problem(code: string, message: string): Problem {
  return { severity: 'error', code, message, fix: t('board.pinFix') };
}
