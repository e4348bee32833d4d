import { describe, expect, it } from 'vitest';
import { didYouMean, listNames, suggestName } from './did-you-mean.ts';

describe('didYouMean', () => {
  it.each([
    ['GPI012', ['GPIO12', 'GPIO13'], 'GPIO12'],
    ['Led', ['relay', 'led'], 'led'],
    ['potentiomter', ['potentiometer', 'servo'], 'potentiometer'],
    ['esp23', ['pico', 'esp32'], 'esp32'],
    ['grenhouse', ['greenhouse'], 'greenhouse'],
  ])('%s', (word, candidates, meant) => {
    expect(didYouMean(word, candidates)).toBe(meant);
  });

  it('stays silent where nothing is close', () => {
    expect(didYouMean('motor', ['led', 'servo'])).toBeUndefined();
    expect(didYouMean('x', ['A', 'C'])).toBeUndefined();
    expect(didYouMean('', ['led'])).toBeUndefined();
  });

  it('takes the first of equally close names', () => {
    expect(didYouMean('led3', ['led1', 'led2'])).toBe('led1');
  });
});

describe('suggestName', () => {
  it('guesses, or lists what exists', () => {
    expect(suggestName('relai', ['relay'], 'part types')).toBe('Did you mean "relay"?');
    expect(suggestName('motor', ['led', 'relay', 'dht22'], 'part types')).toBe(
      'The part types are led, relay and dht22.',
    );
    expect(suggestName('motor', [], 'part types')).toBe('There are no part types.');
  });
});

it('lists names as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listNames)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
