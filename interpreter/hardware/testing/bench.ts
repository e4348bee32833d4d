/** A small bench for tests: a made-up board, a virtual clock, a recording trace, and wires given as pairs of pins. */

import type { PartSnapshot, PinEdge, PwmChange, WorldSample } from '../../device/trace.ts';
import type { BoardDefinition, BoardPin } from '../../diagram/catalog.ts';
import { DIAGRAM_VERSION, type DiagramPart, type DiagramWorld } from '../../diagram/diagram.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import { type Board, createBoard } from '../board.ts';
import type { Net } from '../circuit/circuit.ts';

function gpio(number: number, extra: Partial<BoardPin> = {}): BoardPin {
  return {
    name: `GPIO${number}`,
    aliases: [`D${number}`, `GP${number}`, `${number}`],
    role: 'gpio',
    gpio: number,
    ...extra,
  };
}

/** 3.3 V, GPIO 0 to 9 of which 8 and 9 have an ADC and 9 is input-only without pulls. */
const TEST_BOARD: BoardDefinition = {
  id: 'test_board',
  name: 'Test board',
  aliases: [],
  port: 'esp32',
  machine: 'Test board',
  platform: 'test',
  apiBoard: 'test',
  description: 'A board for tests.',
  logicVolts: 3.3,
  cpuFrequency: 100_000_000,
  heapBytes: 100_000,
  statementCost: 10_000,
  adc: {
    bits: 12,
    referenceVolts: 1.1,
    attenuations: [
      { name: 'ATTN_0DB', value: 0, volts: 1.1 },
      { name: 'ATTN_11DB', value: 3, volts: 3.3 },
    ],
  },
  pwm: { minFrequency: 1, maxFrequency: 40_000_000, dutyBits: 13 },
  led: 2,
  pins: [
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((number) => gpio(number)),
    gpio(8, { adc: { unit: 1, channel: 0 } }),
    gpio(9, { adc: { unit: 1, channel: 1 }, output: false, pulls: false }),
    { name: '3V3', aliases: [], role: 'power', volts: 3.3 },
    { name: '5V', aliases: ['VIN'], role: 'power', volts: 5 },
    { name: 'GND', aliases: ['GND.1', 'GND.2'], role: 'ground' },
  ],
  bootImports: [],
};

/** The wide input range of the test board's ADC. */
export const ATTN_11DB = 3;

export interface Bench {
  readonly board: Board;
  readonly clock: VirtualClock;
  readonly edges: PinEdge[];
  readonly pwm: PwmChange[];
  readonly parts: PartSnapshot[];
  readonly world: WorldSample[];
  readonly notices: { code: string; message: string }[];
  /** Moves on by `duration` ns. */
  advance(duration: number): void;
  /** State that a part told last, at this instant. */
  state(part: string): PartSnapshot['state'];
}

export interface BenchOptions {
  readonly parts?: readonly DiagramPart[];
  /** Pairs such as `['board:GPIO2', 'led1:A']`; pairs that share a pin become one net. */
  readonly wires?: readonly (readonly [string, string])[];
  readonly world?: DiagramWorld;
  readonly seed?: number;
}

export function createBench({ parts = [], wires = [], world, seed = 1 }: BenchOptions = {}): Bench {
  const clock = new VirtualClock();
  const trace = {
    edges: [] as PinEdge[],
    pwm: [] as PwmChange[],
    parts: [] as PartSnapshot[],
    world: [] as WorldSample[],
  };
  const notices: { code: string; message: string }[] = [];
  const diagram = {
    version: DIAGRAM_VERSION,
    board: TEST_BOARD.id,
    parts,
    connections: wires.map(([from, to]) => ({ from, to })),
    world,
  } as const;
  const board = createBoard({
    diagram,
    definition: TEST_BOARD,
    nets: joinWires(wires),
    clock,
    seed,
    sink: {
      edge: (edge) => trace.edges.push(edge),
      pwm: (change) => trace.pwm.push(change),
      part: (snapshot) => trace.parts.push(snapshot),
      world: (sample) => trace.world.push(sample),
      notice: (code, message) => notices.push({ code, message }),
    },
  });
  board.snapshotAll();
  return {
    board,
    clock,
    ...trace,
    notices,
    advance: (duration) => clock.advanceTo(clock.now() + duration),
    state(part) {
      board.flush();
      const last = trace.parts.findLast((snapshot) => snapshot.part === part);
      if (!last) throw new Error(`No snapshot of ${part}.`);
      return last.state;
    },
  };
}

function joinWires(wires: readonly (readonly [string, string])[]): Net[] {
  let groups: Set<string>[] = [];
  for (const wire of wires) {
    const touched = groups.filter((group) => wire.some((pin) => group.has(pin)));
    const merged = new Set([...touched.flatMap((group) => [...group]), ...wire]);
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  }
  return groups.map((group, index) => ({
    id: `net${index}`,
    pins: [...group].map((key) => {
      const [owner = '', pin = ''] = key.split(':');
      return { owner, pin };
    }),
  }));
}
