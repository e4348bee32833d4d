/**
 * The simulated board with everything wired to it: peripherals for the program, controls for people, a trace for whoever watches.
 * It knows no Python, no view and no wall clock; its owner moves the clock.
 */

import { PinlabError } from '#common/errors/pinlab-error.ts';
import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { createRandom } from '#common/random/random.ts';
import type { Clock } from '../clock/clock.ts';
import type { ControlValue, ControlValues } from '../device/capability.ts';
import type { BoardDefinition, ControlDefinition } from '../diagram/catalog.ts';
import { BOARD_ID, type Diagram, type DiagramPart, WORLD_ID } from '../diagram/diagram.ts';
import { findBoardPin } from '../diagram/lookup.ts';
import { BoardPins } from './board-pins.ts';
import { Circuit, type Net } from './circuit/circuit.ts';
import { findControl, fitControl } from './controls.ts';
import { createPartContext, type PartSurroundings } from './part-context.ts';
import type { PartModel } from './part-model.ts';
import { parts as partTypes } from './parts/index.ts';
import { Adc } from './peripherals/adc.ts';
import { Gpio } from './peripherals/gpio.ts';
import { Pwm } from './peripherals/pwm.ts';
import { Timers } from './peripherals/timer.ts';
import { Recorder } from './recorder.ts';
import type { TraceSink } from './trace-sink.ts';
import type { World } from './world-model.ts';
import { worlds as worldTypes } from './worlds/index.ts';

export interface BoardOptions {
  /** Taken as validated; unknown part and world types still throw a PinlabError. */
  readonly diagram: Diagram;
  readonly definition: BoardDefinition;
  /** Which pins the diagram's wires join. */
  readonly nets: readonly Net[];
  readonly clock: Clock;
  /** Everything random derives from it. */
  readonly seed: number;
  readonly sink: TraceSink;
}

export interface Board extends Disposable {
  readonly definition: BoardDefinition;
  readonly gpio: Gpio;
  readonly adc: Adc;
  readonly pwm: Pwm;
  readonly timers: Timers;
  /**
   * Changes a control now; numbers are clamped into the declared range. Throws a PinlabError: `unknown-control` where there is no
   * such part or control (the message names those there are), `bad-control-value` where the kind does not fit.
   */
  setControl(part: string, control: string, value: ControlValue): void;
  /** What the controls were last set to. A control that a world's physics moves on (such as soil moisture) keeps its set value. */
  controls(): ControlValues;
  /** A whole transaction with whatever part answers on that pin; undefined for no answer. */
  transact(bus: 'dht', gpio: number): Uint8Array | undefined;
  /** Tells first levels, a snapshot of each part and a sample of the world. Call once, at time 0. */
  snapshotAll(): void;
  /** Tells what changed at this instant and waits to be told. Call before handing a batch over. */
  flush(): void;
}

/** Something that declares controls: a part or the world. */
interface Controlled {
  readonly controls: readonly ControlDefinition[];
  readonly values: Record<string, number | boolean>;
  set(control: string, value: ControlValue): void;
}

export function createBoard(options: BoardOptions): Board {
  const { diagram, definition, nets, clock, seed } = options;
  const disposables = new DisposableStore();
  const sink = tellOnce(options.sink);
  const circuit = new Circuit(
    canonicalNets(nets, definition),
    clock,
    definition.logicVolts,
    (code, message) => sink.notice(code, message),
  );
  const pins = new BoardPins(definition, circuit, clock, sink);
  const recorder = disposables.add(new Recorder(clock, sink));
  const timers = new Timers(clock);
  disposables.add(toDisposable(() => timers.deinitAll()));

  const controlled = new Map<string, Controlled>();
  const worldChange = disposables.add(new Emitter<void>());
  const world = createWorld(options, controlled, disposables, () => {
    worldChange.fire();
    recorder.worldChanged();
  });
  if (world) recorder.setWorld(world.world, world.definition);

  const models = createParts(diagram.parts, controlled, recorder, {
    circuit,
    clock,
    seed,
    world: world?.world,
    onWorldChange: worldChange.event,
    disposables,
    changed: (part) => recorder.partChanged(part),
    notice: (code, message) => sink.notice(code, message),
  });

  return {
    definition,
    gpio: new Gpio(pins, createRandom(seed, 'gpio'), sink),
    adc: new Adc(pins, definition, createRandom(seed, 'adc')),
    pwm: new Pwm(pins, definition),
    timers,
    setControl(part, control, value) {
      const owner = findControlled(controlled, part);
      const fitted = fitControl(part, findControl(part, owner.controls, control), value);
      owner.values[control] = fitted;
      owner.set(control, fitted);
    },
    controls: () => Object.fromEntries([...controlled].map(([id, { values }]) => [id, { ...values }])),
    transact(bus, gpio) {
      const { node } = pins.state(gpio);
      for (const { part, model, pinNames } of models) {
        const pin = pinNames.find((name) => circuit.node(part.id, name) === node);
        const answer = pin === undefined ? undefined : model.transact?.(bus, pin);
        if (answer) return answer;
      }
      return undefined;
    },
    snapshotAll() {
      pins.tellAll();
      recorder.tellAll();
    },
    flush: () => recorder.flush(),
    dispose: () => disposables.dispose(),
  };
}

/** Names the board's GPIO pins as the definition does, whatever alias the diagram uses. */
function canonicalNets(nets: readonly Net[], definition: BoardDefinition): Net[] {
  return nets.map((net) => ({
    id: net.id,
    pins: net.pins.map(({ owner, pin }) => {
      const known = owner === BOARD_ID ? findBoardPin(definition, pin) : undefined;
      return { owner, pin: known?.role === 'gpio' ? known.name : pin };
    }),
  }));
}

/** Passes each notice on once. */
function tellOnce(sink: TraceSink): TraceSink {
  const told = new Set<string>();
  return {
    edge: (edge) => sink.edge(edge),
    pwm: (change) => sink.pwm(change),
    part: (snapshot) => sink.part(snapshot),
    world: (sample) => sink.world(sample),
    notice(code, message) {
      const key = `${code}: ${message}`;
      if (told.has(key)) return;
      told.add(key);
      sink.notice(code, message);
    },
  };
}

function createWorld(
  { diagram, clock, seed }: BoardOptions,
  controlled: Map<string, Controlled>,
  disposables: DisposableStore,
  changed: () => void,
): { world: World; definition: (typeof worldTypes)[number]['definition'] } | undefined {
  if (!diagram.world) return undefined;
  const { type: wanted, settings } = diagram.world;
  const type = worldTypes.find(({ definition }) => definition.type === wanted);
  if (!type) throw unknownType('world', wanted, worldTypes);
  const world = type.create({ clock, random: createRandom(seed, 'world'), changed });
  disposables.add(toDisposable(() => world.dispose?.()));
  const { definition } = type;
  for (const name of Object.keys(settings ?? {})) findControl(WORLD_ID, definition.controls, name);
  addControlled(controlled, WORLD_ID, definition.controls, settings ?? {}, (control, value) => {
    world.set(control, value);
    changed();
  });
  return { world, definition };
}

interface PlacedPart {
  readonly part: DiagramPart;
  readonly model: PartModel;
  readonly pinNames: readonly string[];
}

function createParts(
  diagramParts: readonly DiagramPart[],
  controlled: Map<string, Controlled>,
  recorder: Recorder,
  surroundings: PartSurroundings,
): PlacedPart[] {
  return diagramParts.map((part) => {
    const type = partTypes.find(({ definition }) => definition.type === part.type);
    if (!type) throw unknownType('part', part.type, partTypes);
    const { definition } = type;
    const model = type.create(createPartContext(part, definition, surroundings));
    surroundings.disposables.add(toDisposable(() => model.dispose?.()));
    recorder.addPart(part.id, () => model.snapshot());
    addControlled(controlled, part.id, definition.controls, {}, (control, value) =>
      model.set?.(control, value),
    );
    return { part, model, pinNames: definition.pins.map(({ name }) => name) };
  });
}

/** Registers the controls of a part or the world and sets their first values. */
function addControlled(
  controlled: Map<string, Controlled>,
  id: string,
  controls: readonly ControlDefinition[],
  settings: Readonly<Record<string, number | boolean>>,
  set: (control: string, value: ControlValue) => void,
): void {
  const values: Record<string, number | boolean> = {};
  for (const control of controls) {
    const value = fitControl(id, control, settings[control.name] ?? control.default);
    values[control.name] = value;
    set(control.name, value);
  }
  controlled.set(id, { controls, values, set });
}

function findControlled(controlled: ReadonlyMap<string, Controlled>, id: string): Controlled {
  const found = controlled.get(id);
  if (found) return found;
  const ids = [...controlled].flatMap(([name, { controls }]) => (controls.length > 0 ? [name] : []));
  const advice =
    ids.length > 0 ? `These have controls: ${ids.join(', ')}.` : 'Nothing in this diagram has controls.';
  throw new PinlabError('unknown-control', `There is no part "${id}" in this diagram. ${advice}`);
}

function unknownType(
  kind: 'part' | 'world',
  wanted: string,
  known: readonly { readonly definition: { readonly type: string } }[],
): PinlabError {
  const names = known.map(({ definition }) => definition.type).join(', ');
  return new PinlabError(`unknown-${kind}`, `There is no ${kind} type "${wanted}". Types: ${names}.`);
}
