import { describe, expect, it } from 'vitest';
import type { Batch } from './protocol.ts';
import { Reporter } from './reporter.ts';
import { createSharedControlBuffer, HostControl, WorkerControl } from './shared-control.ts';

function createReporter({ acknowledges = true } = {}) {
  const buffer = createSharedControlBuffer();
  const host = new HostControl(buffer);
  const batches: Batch[] = [];
  const state = { now: 0, line: 0, wall: 1000, blocked: 0 };
  const reporter = new Reporter({
    control: new WorkerControl(buffer),
    now: () => state.now,
    line: () => state.line,
    wall: () => state.wall,
    send(batch) {
      batches.push(batch);
      if (acknowledges) host.acknowledge(batch.number);
    },
    onBlocked() {
      state.blocked += 1;
      if (state.blocked > 3) throw new Error('ended');
      host.acknowledge(batches.length);
    },
  });
  return { reporter, batches, state, host };
}

const edge = (at: number) => ({ at, pin: 'GPIO2', level: 1 }) as const;

describe('Reporter', () => {
  it('gathers what happens into one batch with the instant up to which all is told', () => {
    const { reporter, batches, state } = createReporter();
    state.wall = 0;
    reporter.edge(edge(5));
    state.now = 7;
    state.line = 3;
    reporter.pwm({ at: 7, pin: 'GPIO2', frequency: 50, duty: 0.5 });
    reporter.part({ at: 7, part: 'led', state: { lit: true } });
    reporter.world({ at: 7, values: { soil: 1 } });
    reporter.notice('short', 'A short circuit.');
    reporter.flush();
    expect(batches).toEqual([
      {
        number: 1,
        output: [],
        trace: {
          until: 7,
          line: 3,
          edges: [edge(5)],
          pwm: [{ at: 7, pin: 'GPIO2', frequency: 50, duty: 0.5 }],
          parts: [{ at: 7, part: 'led', state: { lit: true } }],
          world: [{ at: 7, values: { soil: 1 } }],
          notices: [{ at: 7, code: 'short', message: 'A short circuit.', line: 3 }],
        },
      },
    ]);
  });

  it('sends nothing where nothing happened', () => {
    const { reporter, batches, state, host } = createReporter();
    reporter.flush();
    state.wall += 1000;
    reporter.flushIfDue();
    expect(batches).toEqual([]);
    state.now = 9;
    reporter.flush();
    expect(host.now).toBe(9);
  });

  it('joins output of one instant, and keeps streams apart', () => {
    const { reporter, batches, state } = createReporter();
    state.wall = 0;
    reporter.print('a', 'stdout');
    reporter.print('', 'stdout');
    reporter.print('b', 'stdout');
    reporter.print('oops', 'stderr');
    state.now = 5;
    reporter.print('c', 'stderr');
    reporter.flush();
    expect(batches[0]?.output).toEqual([
      { at: 0, stream: 'stdout', text: 'ab' },
      { at: 0, stream: 'stderr', text: 'oops' },
      { at: 5, stream: 'stderr', text: 'c' },
    ]);
  });

  it('sends a line at once after a quiet time, and then a frame apart', () => {
    const { reporter, batches, state } = createReporter();
    reporter.print('half a line', 'stdout');
    expect(batches.length).toBe(0);
    reporter.print('.\n', 'stdout');
    expect(batches.length).toBe(1);
    state.wall += 10;
    reporter.print('next\n', 'stdout');
    reporter.edge(edge(0));
    reporter.flushIfDue();
    expect(batches.length).toBe(1);
    state.wall += 10;
    reporter.flushIfDue();
    expect(batches.length).toBe(2);
  });

  it('sends a long batch without waiting for a frame', () => {
    const { reporter, batches, state } = createReporter();
    state.wall = 0;
    for (let at = 0; at < 10_000; at++) reporter.edge(edge(at));
    reporter.flush();
    expect(batches.length).toBe(3);
    expect(batches.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(batches.flatMap(({ trace }) => trace.edges.map(({ at }) => at))).toEqual(
      Array.from({ length: 10_000 }, (_, at) => at),
    );
  });

  it('waits for a host that is behind, and can be ended meanwhile', () => {
    const { reporter, batches, state } = createReporter({ acknowledges: false });
    const send = (): void => {
      reporter.edge(edge(0));
      reporter.flush();
    };
    for (let i = 0; i < 8; i++) send();
    expect(state.blocked).toBe(0);
    send();
    expect([state.blocked, batches.length]).toEqual([1, 9]);
    expect(() => {
      for (let i = 0; i < 50; i++) send();
    }).toThrow('ended');
  });
});
