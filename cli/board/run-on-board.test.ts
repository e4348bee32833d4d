import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceError } from '#interpreter/device/device-error.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import type { Script } from '#interpreter/device/memory-device.ts';
import { BoardBench } from './testing/board-bench.ts';

const PROGRAM = 'program\n';

let bench: BoardBench;
beforeEach(() => {
  bench = new BoardBench();
  bench.write('main.py', PROGRAM);
});
afterEach(() => bench.dispose());

function boardWith(script: Script): void {
  bench.board = new MemoryBoard({ scripts: { [PROGRAM]: script } });
}

/** Lets what was begun go on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

const endless: Script = async (run) => {
  run.print('started');
  await run.readLine();
};

describe('pinlab board run', () => {
  it('prints exactly what the program prints', async () => {
    boardWith((run) => run.print('hello'));
    expect(await bench.run(['run', 'main.py'])).toEqual({ exit: 0, stdout: 'hello\n', stderr: '' });
  });

  it('ends lines as everything here does', async () => {
    boardWith((run) => run.print('one\r\ntwo\r'));
    expect((await bench.run(['run', 'main.py'])).stdout).toBe('one\ntwo\n');
  });

  it('sends the modules beside it', async () => {
    bench.write('pump.py', 'NAME = 1\n');
    boardWith((run) => run.print(Object.keys(run.files).sort().join()));
    expect((await bench.run(['run', 'main.py'])).stdout).toBe('main.py,pump.py\n');
  });

  it('an exception is a traceback on standard error and exit 1', async () => {
    boardWith((run) => run.raise('ValueError', 'no water', [{ file: 'main.py', line: 4 }]));
    const { exit, stdout, stderr } = await bench.run(['run', '.']);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('line 4');
    expect(stderr).toContain('ValueError: no water');
  });

  it('standard input feeds input()', async () => {
    boardWith(async (run) => run.print(`Hi ${await run.readLine()}`));
    const { stdout } = await bench.run(['run', 'main.py'], async (terminal) => {
      await settle();
      terminal.type('Ada\n');
    });
    expect(stdout).toBe('Hi Ada\n');
  });

  it('in a terminal keys go to the board as they are, and Ctrl-C among them stops the program', async () => {
    boardWith(async (run) => {
      run.print(`Hi ${await run.readLine()}`);
      await run.readLine();
    });
    bench.terminal.hasKeys = true;
    const { exit, stdout, stderr } = await bench.run(['run', 'main.py'], async (terminal) => {
      await settle();
      terminal.type('A');
      terminal.type('da\r');
      await settle();
      terminal.type('x\u0003');
    });
    expect({ exit, stdout }).toEqual({ exit: 130, stdout: 'Hi Ada\n' });
    expect(stderr).toContain('Stopping the program.');
  });

  it('Ctrl-C stops the program, shows how, and is exit 130', async () => {
    boardWith(endless);
    const { exit, stdout, stderr } = await bench.run(['run', 'main.py'], async (terminal) => {
      await settle();
      terminal.interrupt();
    });
    expect({ exit, stdout }).toEqual({ exit: 130, stdout: 'started\n' });
    expect(stderr).toContain('Stopping the program.');
  });

  it('shows the ladder, and a second Ctrl-C gives up', async () => {
    boardWith(endless);
    const { exit, stderr } = await bench.run(['run', 'main.py'], async (terminal) => {
      await settle();
      bench.board.hold();
      terminal.interrupt();
      bench.board.show({ kind: 'stopping', step: 'soft-reset' });
      bench.board.show({ kind: 'stopping', step: 'replug' });
      terminal.interrupt();
    });
    expect(exit).toBe(130);
    expect(stderr).toMatch(/restarting MicroPython.*Press RESET.*Given up/s);
  });

  it('a program that cannot be stopped is exit 1 and says what to do', async () => {
    boardWith(endless);
    bench.board.stop = () => Promise.reject(deviceError('program-does-not-stop'));
    const { exit, stderr } = await bench.run(['run', 'main.py'], async (terminal) => {
      await settle();
      terminal.interrupt();
    });
    expect(exit).toBe(1);
    expect(stderr).toContain('Press RESET');
  });

  it('--for stops it after that much wall time: exit 0', async () => {
    boardWith(endless);
    const { exit, stdout } = await bench.run(['run', 'main.py', '--for', '2s', '--json'], async () => {
      await settle();
      const [timer] = bench.waiting;
      expect(timer?.milliseconds).toBe(2000);
      timer?.callback();
    });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ end: 'time-limit', output: 'started\n' });
  });

  it('a board that is unplugged is exit 1 with a sentence', async () => {
    boardWith(endless);
    const { exit, stderr } = await bench.run(['run', 'main.py', '--json'], async () => {
      await settle();
      bench.board.unplug();
    });
    expect(exit).toBe(1);
    expect(stderr).toContain('unplugged');
  });

  it('--json is one object about the run', async () => {
    boardWith((run) => {
      run.print('before');
      run.raise('ValueError', 'x', [{ file: 'main.py', line: 1 }]);
    });
    const { exit, stdout } = await bench.run(['run', 'main.py', '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      port: '/dev/ttyACM0',
      end: 'raised',
      exit: 1,
      files: ['main.py'],
      output: 'before\n',
      traceback: { type: 'ValueError' },
      fault: null,
    });
  });

  it('a program that is not there is exit 2, and no board is opened', async () => {
    expect((await bench.run(['run', 'nope.py'])).exit).toBe(2);
    expect((await bench.run(['run', 'main.py', '--for', 'ever'])).exit).toBe(2);
    expect(bench.connected).toEqual([]);
  });
});
