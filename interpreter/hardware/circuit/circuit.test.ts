import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import { Circuit } from './circuit.ts';

function createCircuit() {
  const notices: string[] = [];
  const clock = new VirtualClock();
  const circuit = new Circuit([], clock, 3.3, (code, message) => notices.push(`${code}: ${message}`));
  const node = (name: string) => circuit.node('t', name);
  const driver = (name: string) => circuit.createDriver('t', name);
  const join = (a: string, b: string, ohms: number) => {
    const conductor = circuit.createConductor(node(a), node(b));
    conductor.setOhms(ohms);
    return conductor;
  };
  return { circuit, clock, notices, node, driver, join };
}

describe('Circuit', () => {
  test('a node floats until something drives it', () => {
    const { circuit, node, driver } = createCircuit();
    expect([node('a').voltage, circuit.level(node('a'))]).toEqual([undefined, 'z']);
    const source = driver('a');
    source.drive(3.3);
    expect([node('a').voltage, circuit.level(node('a'))]).toEqual([3.3, 1]);
    source.drive(undefined);
    expect(node('a').voltage).toBeUndefined();
  });

  test('a weak driver loses against a strong one without a word, and shares with another weak one', () => {
    const { node, driver, notices } = createCircuit();
    driver('a').drive(3.3, 'weak');
    const strong = driver('a');
    strong.drive(0);
    expect(node('a').voltage).toBe(0);
    strong.drive(undefined);
    driver('a').drive(0, 'weak');
    expect(node('a').voltage).toBeCloseTo(1.65);
    expect(notices).toEqual([]);
  });

  test('two strong drivers that disagree are a short circuit, told once; ground wins', () => {
    const { circuit, notices, node } = createCircuit();
    const high = circuit.createDriver('board', 'GPIO2');
    circuit.createConductor(circuit.node('board', 'GPIO2'), circuit.node('board', 'GND')).setOhms(0);
    circuit.createDriver('board', 'GND').drive(0);
    for (const volts of [3.3, 0, 3.3]) high.drive(volts);
    expect(circuit.node('board', 'GPIO2').voltage).toBe(0);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^short-circuit: .*board:GPIO2 puts out 3.3 V.*board:GND puts out 0 V/);
    expect(node('unused').voltage).toBeUndefined();
  });

  test('drivers that agree are no conflict', () => {
    const { driver, notices } = createCircuit();
    driver('a').drive(0);
    driver('a').drive(0);
    expect(notices).toEqual([]);
  });

  test('levels have hysteresis: between the thresholds the level stays', () => {
    const { circuit, node, driver } = createCircuit();
    const source = driver('a');
    const levels = [0, 1.5, 2.1, 1.5, 0.7].map((volts) => {
      source.drive(volts);
      return circuit.level(node('a'));
    });
    expect(levels).toEqual([0, 0, 1, 1, 0]);
  });

  test('a closed switch joins two nodes, an open one parts them', () => {
    const { circuit, node, driver } = createCircuit();
    driver('rail').drive(0);
    driver('input').drive(3.3, 'weak');
    const contact = circuit.createConductor(node('rail'), node('input'));
    expect(node('input').voltage).toBe(3.3);
    contact.setOhms(0);
    expect(node('input').voltage).toBe(0);
    contact.setOhms(undefined);
    expect(node('input').voltage).toBe(3.3);
  });

  test('resistors divide, also in a chain', () => {
    const { node, driver, join } = createCircuit();
    driver('plus').drive(3.3);
    driver('ground').drive(0);
    join('plus', 'a', 1000);
    join('a', 'b', 1000);
    join('b', 'ground', 1000);
    expect(node('a').voltage).toBeCloseTo(2.2);
    expect(node('b').voltage).toBeCloseTo(1.1);
  });

  test('a change travels through resistors, and a loose end takes the voltage of the other', () => {
    const { node, driver, join } = createCircuit();
    const source = driver('a');
    join('a', 'b', 220);
    join('c', 'd', 220);
    source.drive(3.3);
    expect(node('b').voltage).toBeCloseTo(3.3);
    expect(node('b').firm).toBe(true);
    source.drive(0);
    expect(node('b').voltage).toBe(0);
    expect(node('d').voltage).toBeUndefined();
  });

  test('an external pull-up is overridden by a button to ground without a short circuit', () => {
    const { circuit, node, driver, join, notices } = createCircuit();
    driver('plus').drive(3.3);
    driver('ground').drive(0);
    join('plus', 'input', 10_000);
    const contact = circuit.createConductor(node('input'), node('ground'));
    expect(circuit.level(node('input'))).toBe(1);
    contact.setOhms(0);
    expect(circuit.level(node('input'))).toBe(0);
    expect(notices).toEqual([]);
  });

  test('PWM is one state: average voltage, level by phase, and it passes a resistor', () => {
    const { circuit, clock, node, driver, join } = createCircuit();
    const source = driver('a');
    join('a', 'b', 220);
    source.drive(0.825, 'strong', { frequency: 1000, duty: 0.25, since: 0 });
    expect(node('b').voltage).toBeCloseTo(0.825);
    const levels = [0, 249_999, 250_000, 999_999, 1_000_000].map((at) => {
      clock.advanceTo(at);
      return circuit.level(node('b'));
    });
    expect(levels).toEqual([1, 1, 0, 0, 1]);
    source.drive(0);
    expect(node('b').pwm).toBeUndefined();
  });

  test('listeners hear of real changes only, and can stop listening', () => {
    const { circuit, node, driver } = createCircuit();
    let heard = 0;
    const stop = circuit.listen(node('a'), () => heard++);
    const source = driver('a');
    source.drive(3.3);
    source.drive(3.3);
    expect(heard).toBe(1);
    source.drive(3.3, 'weak');
    expect([heard, node('a').firm]).toEqual([2, false]);
    stop();
    source.drive(0);
    expect(heard).toBe(2);
  });

  test('program code runs after everything settled and may change the circuit itself', () => {
    const { circuit, node, driver } = createCircuit();
    const seen: (number | undefined)[] = [];
    const follower = driver('b');
    const answer = driver('c');
    circuit.listen(node('a'), () => {
      circuit.afterSettled(() => {
        seen.push(node('b').voltage);
        answer.drive(1);
        seen.push(node('c').voltage);
      });
      follower.drive(2);
    });
    driver('a').drive(3.3);
    expect(seen).toEqual([2, 1]);
  });

  test('wiring that never comes to rest is stopped and told', () => {
    const { circuit, node, driver, notices } = createCircuit();
    const source = driver('a');
    circuit.listen(node('a'), () => source.drive(node('a').voltage === 0 ? 3.3 : 0));
    source.drive(3.3);
    expect(notices[0]).toMatch(/^unstable-wiring/);
  });
});
