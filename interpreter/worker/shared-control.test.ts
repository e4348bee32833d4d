import { describe, expect, it } from 'vitest';
import { createSharedControlBuffer, HostControl, type SharedInput, WorkerControl } from './shared-control.ts';

function connect() {
  const buffer = createSharedControlBuffer();
  return { host: new HostControl(buffer), worker: new WorkerControl(buffer) };
}

const text = (inputs: readonly SharedInput[]): string =>
  inputs.map((input) => (input.kind === 'stdin' ? input.text : `<${input.kind}>`)).join('');

describe('flags', () => {
  it('reach the worker, as news once', () => {
    const { host, worker } = connect();
    expect(worker.hasNews()).toBe(false);
    expect([worker.speed, worker.paused, worker.stopRequested]).toEqual(['max', false, false]);
    host.setSpeed(0.1);
    host.setPaused(true);
    expect(worker.hasNews()).toBe(true);
    expect(worker.hasNews()).toBe(false);
    expect([worker.speed, worker.paused]).toEqual([0.1, true]);
    host.setSpeed('max');
    host.setPaused(false);
    host.requestStop();
    expect([worker.speed, worker.paused, worker.stopRequested]).toEqual(['max', false, true]);
    expect(worker.hasNews()).toBe(true);
  });

  it('tell the host how far the worker is', () => {
    const { host, worker } = connect();
    worker.tell(123_456_789_012_345, 42);
    expect([host.now, host.line]).toEqual([123_456_789_012_345, 42]);
  });

  it('do not let the worker wait for what it has not seen yet', () => {
    const { host, worker } = connect();
    host.setPaused(true);
    // Would take a minute otherwise.
    worker.wait(60_000);
    host.acknowledge(3);
    worker.waitForMoreThan(2, 60_000);
    expect(worker.acknowledged).toBe(3);
  });
});

describe('the queue of inputs', () => {
  it('keeps order and contents', () => {
    const { host, worker } = connect();
    const inputs: SharedInput[] = [
      { kind: 'stdin', text: 'é😀\n' },
      { kind: 'control', part: 'knob', control: 'position', value: 12.5 },
      { kind: 'control', part: 'btn', control: 'pressed', value: true },
      { kind: 'stdin-end' },
    ];
    for (const input of inputs) host.send(input);
    expect(worker.hasNews()).toBe(true);
    expect(worker.takeInputs()).toEqual(inputs);
    expect(worker.takeInputs()).toEqual([]);
  });

  it('goes round its end many times', () => {
    const { host, worker } = connect();
    let sent = '';
    let got = '';
    for (let i = 0; i < 500; i++) {
      const line = `${i} ${'x'.repeat((i * 37) % 900)}\n`;
      sent += line;
      host.send({ kind: 'stdin', text: line });
      if (i % 3 === 0) got += text(worker.takeInputs());
    }
    expect(got + text(worker.takeInputs())).toBe(sent);
  });

  it('lets more wait than it holds, and says so', () => {
    const { host, worker } = connect();
    const long = `${'😀'.repeat(50_000)}\n`;
    host.send({ kind: 'stdin', text: long });
    host.send({ kind: 'stdin-end' });
    expect(worker.hasBacklog).toBe(true);
    let got = '';
    for (let batch = 1; worker.hasBacklog; batch++) {
      expect(batch).toBeLessThan(100);
      got += text(worker.takeInputs());
      host.acknowledge(batch);
    }
    expect(got + text(worker.takeInputs())).toBe(`${long}<stdin-end>`);
    expect(worker.hasBacklog).toBe(false);
  });
});
