/** Moves a wiring to another board, pin by pin, or says which pins the other board cannot offer. Pure. */

import type { Problem } from '#common/errors/problem.ts';
import type { BoardDefinition, BoardPin, Catalog } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardPin, findPart } from '#interpreter/diagram/lookup.ts';
import { resolveEndpoint } from '#interpreter/diagram/nets.ts';
import { checkDiagram } from '#interpreter/diagram/parse.ts';
import { t } from '../i18n/t.ts';

export type BoardChange =
  | { readonly ok: true; readonly diagram: Diagram }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface BoardChangeRequest {
  readonly diagram: Diagram;
  readonly from: BoardDefinition;
  readonly to: BoardDefinition;
  readonly catalog: Catalog;
}

const PREFIX = `${BOARD_ID}:`;

export function changeBoard({ diagram, from, to, catalog }: BoardChangeRequest): BoardChange {
  const problems: Problem[] = [];
  const move = (end: string, other: string, index: number): string => {
    const pin = end.startsWith(PREFIX) ? findBoardPin(from, end.slice(PREFIX.length)) : undefined;
    if (!pin) return end;
    const target = counterpart(pin, to);
    const isMeasured = pin.adc !== undefined && givesVoltage(other, diagram, catalog);
    const path = `connections[${index}]`;
    if (!target)
      problems.push(problem('pin-missing', t('board.pinMissing', { pin: pin.name, board: to.name }), path));
    else if (isMeasured && !target.adc)
      problems.push(
        problem('pin-not-analog', t('board.pinNotAnalog', { pin: pin.name, board: to.name }), path),
      );
    return target ? `${PREFIX}${target.name}` : end;
  };
  const connections = diagram.connections.map((connection, index) => ({
    ...connection,
    from: move(connection.from, connection.to, index),
    to: move(connection.to, connection.from, index),
  }));
  const moved: Diagram = { ...diagram, board: to.id, connections };
  if (problems.length === 0)
    problems.push(...checkDiagram(moved, catalog).filter(({ severity }) => severity === 'error'));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, diagram: moved };
}

/** GPIOs go by number, power by voltage, ground to ground. */
function counterpart(pin: BoardPin, to: BoardDefinition): BoardPin | undefined {
  if (pin.role === 'gpio')
    return to.pins.find(({ gpio, brokenOut }) => gpio === pin.gpio && brokenOut !== false);
  const sameName = findBoardPin(to, pin.name);
  if (sameName?.role === pin.role) return sameName;
  if (pin.role === 'ground') return to.pins.find(({ role }) => role === 'ground');
  return to.pins.find(({ role, volts }) => role === 'power' && volts === pin.volts);
}

/** True where a part drives the wire: what drives an analog pin is there to be measured. */
function givesVoltage(end: string, diagram: Diagram, catalog: Catalog): boolean {
  const found = resolveEndpoint(end, diagram, catalog);
  const part = found && diagram.parts.find(({ id }) => id === found.owner);
  const pins = part && findPart(catalog, part.type)?.pins;
  return pins?.find(({ name }) => name === found?.pin)?.role === 'output';
}

function problem(code: string, message: string, path: string): Problem {
  return { severity: 'error', code, message, fix: t('board.pinFix'), where: { file: 'diagram.json', path } };
}
