import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeviceError, deviceError } from '#interpreter/device/device-error.ts';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { BoardBench, PICO } from './testing/board-bench.ts';

const ESP32 = {
  path: '/dev/ttyUSB0',
  name: 'CP2102',
  vendorId: '10c4',
  productId: 'ea60',
};
const PROBE = { path: '/dev/ttyACM7', name: 'Debug Probe', vendorId: '2e8a', productId: '000c' };
const BUILT_IN = { path: '/dev/ttyS0', name: '/dev/ttyS0' };

let bench: BoardBench;
beforeEach(() => (bench = new BoardBench()));
afterEach(() => bench.dispose());

describe('pinlab board list', () => {
  it('is a table of ports with what is probably there', async () => {
    bench.ports = [PICO, ESP32];
    const { exit, stdout, stderr } = await bench.run(['list']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'PORT          NAME              USB        SERIAL NUMBER     WHAT IT IS',
        '/dev/ttyACM0  Board in FS mode  2E8A:0005  e6614103e7174a2c  MicroPython',
        '/dev/ttyUSB0  CP2102            10C4:EA60  -                 probably a board: ask it with pinlab board info',
        '',
      ].join('\n'),
    );
  });

  it('hints at the cable and the driver where there is no board', async () => {
    bench.ports = [];
    const { exit, stdout, stderr } = await bench.run(['list']);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toMatch(/no board.*charge-only.*driver/s);
  });

  it('--json has the same fields for every port', async () => {
    bench.ports = [PICO, BUILT_IN];
    const { stdout } = await bench.run(['list', '--json']);
    const { version, ports } = JSON.parse(stdout) as { version: number; ports: object[] };
    expect(version).toBe(1);
    const [first = {}, second = {}] = ports;
    expect(first).toMatchObject({
      path: '/dev/ttyACM0',
      vendorId: '2e8a',
      location: null,
      virtual: false,
      what: 'micropython',
    });
    expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
  });
});

describe('the port of a command', () => {
  it('is the only board’s; what is known to be something else does not count', async () => {
    bench.ports = [BUILT_IN, PROBE, ESP32];
    expect((await bench.run(['ls'])).exit).toBe(0);
    expect(bench.connected).toEqual(['/dev/ttyUSB0']);
  });

  it('has to be named where there are several boards', async () => {
    bench.ports = [PICO, ESP32];
    const { exit, stderr } = await bench.run(['ls']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--port /dev/ttyACM0   Board in FS mode\n');
    expect(stderr).toContain('--port /dev/ttyUSB0   CP2102\n');
    expect(bench.connected).toEqual([]);
  });

  it('may be a serial number, or a path that is in no list', async () => {
    await bench.run(['ls', '--port', 'e6614103e7174a2c']);
    await bench.run(['ls', '--port', '/dev/pts/7']);
    expect(bench.connected).toEqual(['/dev/ttyACM0', '/dev/pts/7']);
  });

  it('comes from PINLAB_TEST_PORT where none is given', async () => {
    process.env['PINLAB_TEST_PORT'] = '/dev/pts/3';
    try {
      await bench.run(['ls']);
      await bench.run(['ls', '--port', '/dev/pts/4']);
    } finally {
      delete process.env['PINLAB_TEST_PORT'];
    }
    expect(bench.connected).toEqual(['/dev/pts/3', '/dev/pts/4']);
  });

  it('something else is named where there is nothing better', async () => {
    bench.ports = [PROBE];
    const { exit, stderr } = await bench.run(['info']);
    expect(exit).toBe(2);
    expect(stderr).toContain('not MicroPython: Debug Probe at /dev/ttyACM7');
  });

  it('hints where there is no board at all', async () => {
    bench.ports = [BUILT_IN];
    const { exit, stderr } = await bench.run(['info']);
    expect(exit).toBe(2);
    expect(stderr).toContain('charge-only');
  });
});

describe('failures', () => {
  it.each([
    ['port-busy', 2, 'Another program uses the port'],
    ['permission-denied', 2, 'may not use the port'],
    ['no-answer', 1, 'does not answer'],
    ['not-micropython', 1, 'not MicroPython'],
  ] as const)('%s while connecting is exit %i and a sentence', async (code, exit, words) => {
    bench.board = new MemoryBoard({ refuse: code });
    const ended = await bench.run(['ls']);
    expect(ended).toMatchObject({ exit, stdout: '' });
    expect(ended.stderr).toContain(words);
  });

  it('--json carries the code of what the board could not do', async () => {
    bench.board = new MemoryBoard({ refuse: 'no-answer' });
    const { exit, stdout } = await bench.run(['ls', '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, error: { code: 'no-answer' } });
  });

  it('says why a port cannot be opened, and what to do', async () => {
    const forbidden = new MemoryBoard();
    const fix = 'Join the group.';
    const problems = [
      { severity: 'error', code: 'port-group', message: 'It belongs to dialout.', fix } as const,
    ];
    forbidden.open = () => Promise.reject(new DeviceError('permission-denied', 'Not allowed.', { problems }));
    bench.board = forbidden;
    const { exit, stderr } = await bench.run(['ls']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: 'Not allowed.\nIt belongs to dialout. Join the group.\n',
    });
  });

  it('a typed name that is no port is said to be none, not to be gone', async () => {
    const none = new MemoryBoard();
    none.open = () => Promise.reject(deviceError('port-not-found'));
    bench.board = none;
    const { exit, stderr } = await bench.run(['ls', '--port', '/dev/null']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^\/dev\/null is no port.*pinlab board list\n$/);
    expect((await bench.run(['ls'])).stderr).toContain('any more');
  });

  it('Ctrl-C cancels what is under way: exit 130', async () => {
    bench.board.hold();
    const { exit, stderr } = await bench.run(['ls'], async (terminal) => {
      await Promise.resolve();
      await Promise.resolve();
      terminal.interrupt();
    });
    expect(exit).toBe(130);
    expect(stderr).toContain('Cancelled');
  });

  it('a second Ctrl-C gives up on a board that does not even cancel', async () => {
    const stuck = new MemoryBoard();
    stuck.open = () => new Promise(() => undefined);
    bench.board = stuck;
    const { exit, stderr } = await bench.run(['ls'], async (terminal) => {
      await Promise.resolve();
      await Promise.resolve();
      terminal.interrupt();
      terminal.interrupt();
    });
    expect(exit).toBe(130);
    expect(stderr).toContain('Given up');
  });

  it('an unknown word is named, with what was probably meant', async () => {
    const { exit, stderr } = await bench.run(['lst']);
    expect(exit).toBe(2);
    expect(stderr).toContain('Did you mean "list"?');
  });

  it('no word is answered by the list of words', async () => {
    const { exit, stdout } = await bench.run([]);
    expect(exit).toBe(2);
    for (const word of ['list', 'run', 'put', 'get', 'ls', 'rm', 'mkdir', 'mv', 'repl', 'info'])
      expect(stdout).toContain(`pinlab board ${word}`);
  });
});

describe('pinlab board info', () => {
  it('says what the board is', async () => {
    const { exit, stdout } = await bench.run(['info']);
    expect(exit).toBe(0);
    expect(stdout).toContain('Board        Raspberry Pi Pico with RP2040\n');
    expect(stdout).toContain('MicroPython  1.28.0 (rp2)\n');
    expect(stdout).toContain('Files        781 KB free of 848 KB\n');
  });

  it('--json is what the board said, and its port', async () => {
    const { stdout } = await bench.run(['info', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      port: '/dev/ttyACM0',
      board: { machine: 'Raspberry Pi Pico with RP2040', flashTotal: 868_352 },
    });
  });
});

describe('progress', () => {
  it('is one line that goes away, where somebody watches', async () => {
    bench.terminal.showsProgress = true;
    bench.write('main.py', 'print(1)\n');
    const { stderr } = await bench.run(['put', 'main.py']);
    expect(stderr).toContain('Opening the port …');
    expect(stderr).toContain('Saving /main.py  100 %\r\u001b[K');
  });

  it('is nothing where nobody does', async () => {
    const { stderr } = await bench.run(['ls']);
    expect(stderr).toBe('');
  });
});
