import { describe, expect, it } from 'vitest';
import { DisposableStore, toDisposable } from './disposable.ts';
import { Emitter } from './emitter.ts';

/** Writes down the order of releases. */
function named(log: string[], name: string) {
  return toDisposable(() => log.push(name));
}

describe('DisposableStore', () => {
  it('releases everything once, last added first', () => {
    const log: string[] = [];
    const store = new DisposableStore();
    store.add(named(log, 'a'));
    store.add(named(log, 'b'));
    store.dispose();
    store.dispose();
    expect(log).toEqual(['b', 'a']);
  });

  it('releases at once what is added after disposal', () => {
    const log: string[] = [];
    const store = new DisposableStore();
    store.dispose();
    store.add(named(log, 'late'));
    expect(log).toEqual(['late']);
  });

  it('releases the rest where one throws, then throws', () => {
    const log: string[] = [];
    const store = new DisposableStore();
    store.add(named(log, 'a'));
    store.add(
      toDisposable(() => {
        throw new Error('stuck');
      }),
    );
    expect(() => store.dispose()).toThrow('stuck');
    expect(log).toEqual(['a']);
  });
});

describe('Emitter', () => {
  it('calls listeners in the order in which they subscribed', () => {
    const emitter = new Emitter<number>();
    const log: string[] = [];
    emitter.event((value) => log.push(`a${value}`));
    emitter.event((value) => log.push(`b${value}`));
    emitter.fire(1);
    emitter.fire(2);
    expect(log).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('keeps two subscriptions of one listener apart', () => {
    const emitter = new Emitter<number>();
    const log: number[] = [];
    const listener = (value: number): unknown => log.push(value);
    const first = emitter.event(listener);
    emitter.event(listener);
    first.dispose();
    first.dispose();
    emitter.fire(1);
    expect(log).toEqual([1]);
  });

  it('does not call a listener that another one has just disposed, nor one that has just subscribed', () => {
    const emitter = new Emitter<number>();
    const log: string[] = [];
    emitter.event(() => {
      second.dispose();
      emitter.event(() => log.push('new'));
    });
    const second = emitter.event(() => log.push('second'));
    emitter.fire(1);
    expect(log).toEqual([]);
  });

  it('calls the others where one throws, then throws', () => {
    const emitter = new Emitter<number>();
    const log: number[] = [];
    emitter.event(() => {
      throw new Error('bad listener');
    });
    emitter.event((value) => log.push(value));
    expect(() => emitter.fire(7)).toThrow('bad listener');
    expect(log).toEqual([7]);
  });

  it('is silent after dispose', () => {
    const emitter = new Emitter<number>();
    const log: number[] = [];
    emitter.event((value) => log.push(value));
    emitter.dispose();
    emitter.fire(1);
    expect(log).toEqual([]);
  });
});
