/** Builds what a part model sees of the world around it: its pins, its clock, its own random numbers, its attributes. */

import type { Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import type { Event } from '#common/lifecycle/emitter.ts';
import { createRandom } from '#common/random/random.ts';
import type { Clock } from '../clock/clock.ts';
import type { PartDefinition } from '../diagram/catalog.ts';
import type { DiagramPart } from '../diagram/diagram.ts';
import type { Circuit } from './circuit/circuit.ts';
import type { PartContext, PartPin } from './part-model.ts';
import type { World } from './world-model.ts';

export interface PartSurroundings {
  readonly circuit: Circuit;
  readonly clock: Clock;
  readonly seed: number;
  readonly world?: World;
  readonly onWorldChange: Event<void>;
  /** Takes what must be released when the board goes. */
  readonly disposables: DisposableStore;
  changed(part: string): void;
  notice(code: string, message: string): void;
}

export function createPartContext(
  part: DiagramPart,
  definition: PartDefinition,
  surroundings: PartSurroundings,
): PartContext {
  const { circuit, clock, seed, world, onWorldChange, disposables } = surroundings;
  const pins = new Map<string, PartPin>();
  const checked = (name: string): string => {
    if (definition.pins.some((pin) => pin.name === name)) return name;
    throw new RangeError(`Part type "${definition.type}" declares no pin "${name}".`);
  };
  return {
    id: part.id,
    label: part.label ?? definition.name,
    clock,
    random: createRandom(seed, `part:${part.id}`),
    attrs: {
      ...Object.fromEntries(definition.attributes.map((attr) => [attr.name, attr.default])),
      ...part.attrs,
    },
    world,
    onWorldChange: (listener) => disposables.add(onWorldChange(listener)),
    pin(name) {
      const pin = pins.get(name) ?? createPartPin(circuit, part.id, checked(name), disposables);
      pins.set(name, pin);
      return pin;
    },
    conduct: (a, b) =>
      circuit.createConductor(circuit.node(part.id, checked(a)), circuit.node(part.id, checked(b))),
    changed: () => surroundings.changed(part.id),
    notice: (code, message) => surroundings.notice(code, message),
  };
}

function createPartPin(circuit: Circuit, owner: string, name: string, disposables: DisposableStore): PartPin {
  const node = circuit.node(owner, name);
  const driver = circuit.createDriver(owner, name);
  return {
    name,
    connected: circuit.isConnected(owner, name),
    voltage: () => node.voltage,
    level: () => circuit.level(node),
    isFirm: () => node.firm,
    pwm: () => node.pwm,
    drive: (volts, strength) => driver.drive(volts, strength),
    onChange: (listener): Disposable =>
      disposables.add(toDisposable(circuit.listen(node, () => listener(undefined)))),
  };
}
