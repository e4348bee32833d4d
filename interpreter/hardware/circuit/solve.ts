/**
 * Finds the voltages of nodes that conductors join. Steady state only: closed switches make nodes one, strong drivers fix a voltage,
 * weak drivers and resistors share the rest by Kirchhoff's current law. No capacitors, no diodes.
 */

import { type DriverState, type Node, WEAK_OHMS } from './node.ts';
import type { RunningPwm } from './signal.ts';

/** Volts by which two strong drivers must differ to be in conflict. */
const CONFLICT_VOLTS = 0.3;

export interface Resolved {
  voltage: number | undefined;
  pwm: RunningPwm | undefined;
  firm: boolean;
}

type ReportConflict = (a: DriverState, b: DriverState) => void;

/** Nodes that closed switches make one. */
interface Cluster extends Resolved {
  readonly nodes: Node[];
  readonly drivers: DriverState[];
  readonly links: { readonly to: Cluster; readonly conductance: number }[];
  fixed: boolean;
}

/** Voltage of strong drivers on one wire, or undefined where there is none. In a conflict the lowest voltage wins. */
export function resolveStrong(drivers: readonly DriverState[], report: ReportConflict): Resolved | undefined {
  let winner: DriverState | undefined;
  for (const driver of drivers) {
    if (!driver.strong || driver.volts === undefined) continue;
    if (winner === undefined) {
      winner = driver;
      continue;
    }
    const low = rank(driver) < rank(winner) ? driver : winner;
    const high = low === driver ? winner : driver;
    if (rank(high) - rank(low) > CONFLICT_VOLTS || high.pwm !== undefined || low.pwm !== undefined)
      report(high, low);
    winner = low;
  }
  return winner && { voltage: winner.volts, pwm: winner.pwm, firm: true };
}

/** A PWM output counts as its high level, so that a steady low always wins over it. */
function rank(driver: DriverState): number {
  const volts = driver.volts ?? 0;
  return driver.pwm !== undefined && driver.pwm.duty > 0 ? volts / driver.pwm.duty : volts;
}

/** Average of the weak drivers of one wire; undefined where there is none. */
export function resolveWeak(drivers: readonly DriverState[]): Resolved {
  let sum = 0;
  let count = 0;
  for (const { strong, volts } of drivers) {
    if (strong || volts === undefined) continue;
    sum += volts;
    count++;
  }
  return { voltage: count === 0 ? undefined : sum / count, pwm: undefined, firm: false };
}

/** Resolves everything that closed conductors connect to `start`. Calls `assign` once for each node. */
export function solveIsland(
  start: Node,
  report: ReportConflict,
  assign: (node: Node, value: Resolved) => void,
): void {
  const clusters = collectClusters(start, report);
  const open = anchored(clusters);
  solveLinear(open);
  inherit(open);
  for (const cluster of clusters) for (const node of cluster.nodes) assign(node, cluster);
}

function collectClusters(start: Node, report: ReportConflict): Cluster[] {
  const clusterOf = new Map<Node, Cluster>();
  const clusters: Cluster[] = [];
  const open = (node: Node): Cluster => {
    const known = clusterOf.get(node);
    if (known) return known;
    const cluster = mergeSwitched(node);
    for (const member of cluster.nodes) clusterOf.set(member, cluster);
    const strong = resolveStrong(cluster.drivers, report);
    cluster.fixed = strong !== undefined;
    if (strong) Object.assign(cluster, strong);
    clusters.push(cluster);
    return cluster;
  };
  open(start);
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i];
    // Nothing beyond a fixed wire can change it or be changed through it.
    if (cluster === undefined || (cluster.fixed && i > 0)) continue;
    for (const node of cluster.nodes) {
      for (const { a, b, ohms } of node.conductors) {
        if (ohms === undefined || ohms <= 0) continue;
        const other = open(a === node ? b : a);
        if (other !== cluster) cluster.links.push({ to: other, conductance: 1 / ohms });
      }
    }
  }
  return clusters;
}

function mergeSwitched(start: Node): Cluster {
  const nodes = [start];
  for (const node of nodes) {
    for (const { a, b, ohms } of node.conductors) {
      const other = a === node ? b : a;
      if (ohms === 0 && !nodes.includes(other)) nodes.push(other);
    }
  }
  const drivers = nodes.length === 1 ? start.drivers : nodes.flatMap((node) => node.drivers);
  return { nodes, drivers, links: [], fixed: false, voltage: undefined, pwm: undefined, firm: false };
}

/** The unknown clusters that some source reaches; the others float. */
function anchored(clusters: readonly Cluster[]): Cluster[] {
  const found = new Set<Cluster>();
  for (let grew = true; grew;) {
    grew = false;
    for (const cluster of clusters) {
      if (cluster.fixed || found.has(cluster)) continue;
      const hasWeak = cluster.drivers.some(({ strong, volts }) => !strong && volts !== undefined);
      if (!hasWeak && !cluster.links.some(({ to }) => to.fixed || found.has(to))) continue;
      found.add(cluster);
      grew = true;
    }
  }
  return [...found];
}

/** Gaussian elimination on the conductance matrix, which is diagonally dominant and needs no pivoting. */
function solveLinear(unknown: readonly Cluster[]): void {
  const size = unknown.length;
  const rows = unknown.map((cluster) => equation(cluster, unknown));
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const factor = at(j, i) / at(i, i);
      if (factor === 0) continue;
      for (let k = i; k <= size; k++) {
        const row = rows[j];
        if (row) row[k] = at(j, k) - factor * at(i, k);
      }
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = at(i, size);
    for (let k = i + 1; k < size; k++) sum -= at(i, k) * (unknown[k]?.voltage ?? 0);
    const cluster = unknown[i];
    if (cluster) cluster.voltage = sum / at(i, i);
  }
}

/** One row: the sum of currents into `cluster` is zero. The last column holds what known voltages push in. */
function equation(cluster: Cluster, unknown: readonly Cluster[]): number[] {
  const row = new Array<number>(unknown.length + 1).fill(0);
  const add = (column: number, value: number): void => {
    row[column] = (row[column] ?? 0) + value;
  };
  const self = unknown.indexOf(cluster);
  const last = unknown.length;
  for (const { strong, volts } of cluster.drivers) {
    if (strong || volts === undefined) continue;
    add(self, 1 / WEAK_OHMS);
    add(last, volts / WEAK_OHMS);
  }
  for (const { to, conductance } of cluster.links) {
    const column = unknown.indexOf(to);
    if (!to.fixed && column < 0) continue;
    add(self, conductance);
    if (to.fixed) add(last, conductance * (to.voltage ?? 0));
    else add(column, -conductance);
  }
  return row;
}

/** A wire behind a resistor carries the PWM signal of the wire before it, and is held as firmly. */
function inherit(unknown: readonly Cluster[]): void {
  for (let grew = true; grew;) {
    grew = false;
    for (const cluster of unknown) {
      const pwm = cluster.pwm ?? cluster.links.find(({ to }) => to.pwm)?.to.pwm;
      const firm = cluster.firm || cluster.links.some(({ to }) => to.firm);
      if (pwm === cluster.pwm && firm === cluster.firm) continue;
      cluster.pwm = pwm;
      cluster.firm = firm;
      grew = true;
    }
  }
}
