import { describe, expect, it } from 'vitest';
import type { Diagram } from './diagram.ts';
import { FAKE_CATALOG } from './fake-catalog.ts';
import { boardPinOf, buildNets, type Net, resolveEndpoint } from './nets.ts';

function wire(...connections: readonly string[]): Diagram {
  return {
    version: 1,
    board: 'test_board',
    parts: [
      { id: 'led1', type: 'led' },
      { id: 'button1', type: 'push-button' },
      { id: 'dht1', type: 'dht22' },
    ],
    connections: connections.map((text) => {
      const [from = '', to = ''] = text.split(' ');
      return { from, to };
    }),
  };
}

const nets = (...connections: readonly string[]): Net[] => buildNets(wire(...connections), FAKE_CATALOG);
const show = (net: Net | undefined): string =>
  net?.pins.map(({ owner, pin }) => `${owner}:${pin}`).join(' ') ?? '';

describe('buildNets', () => {
  it('has no nets without wires', () => {
    expect(nets()).toEqual([]);
  });

  it('names pins canonically, whatever the wires call them', () => {
    const [net] = nets('led1:A board:D12', 'board:12 dht1:SDA');
    expect(net?.id).toBe('GPIO12');
    expect(show(net)).toBe('board:GPIO12 led1:A dht1:SDA');
  });

  it('treats all ground holes of the board as one', () => {
    const [net, ...others] = nets('led1:C board:GND.1', 'dht1:GND board:GND.2');
    expect(show(net)).toBe('board:GND led1:C dht1:GND');
    expect(others).toEqual([]);
  });

  it('joins two nets when a later wire bridges them', () => {
    const joined = nets(
      'led1:A button1:1.l',
      'dht1:SDA board:D13',
      'button1:1.l dht1:SDA',
      'led1:C board:GND',
    );
    expect(joined.map(show)).toEqual(['board:GPIO13 led1:A button1:1.l dht1:SDA', 'board:GND led1:C']);
  });

  it('is the same whichever way and in whichever order the wires run', () => {
    const one = nets('led1:A board:D12', 'dht1:SDA led1:A');
    const other = nets('led1:A dht1:SDA', 'board:GPIO12 led1:A');
    expect(other).toEqual(one);
  });

  it('names a net without the board after its first pin', () => {
    expect(nets('dht1:VCC led1:A').map(({ id }) => id)).toEqual(['led1:A']);
  });

  it('leaves out wires that lead nowhere', () => {
    expect(nets('led1:A board:D99', 'ghost:A led1:A', 'led1 board:D12')).toEqual([]);
  });
});

it('finds the board pin of a net, a GPIO first', () => {
  expect(nets('led1:A board:GND', 'led1:A board:D12').map(boardPinOf)).toEqual(['GPIO12']);
  expect(nets('led1:A dht1:SDA').map(boardPinOf)).toEqual([undefined]);
});

it('resolves endpoints', () => {
  const diagram = wire();
  expect(resolveEndpoint('board:d12', diagram, FAKE_CATALOG)).toEqual({ owner: 'board', pin: 'GPIO12' });
  expect(resolveEndpoint('button1:2.r', diagram, FAKE_CATALOG)).toEqual({ owner: 'button1', pin: '2.r' });
  expect(resolveEndpoint('button1', diagram, FAKE_CATALOG)).toBeUndefined();
});
