import { afterEach, describe, expect, it } from 'vitest';
import { createNodeBoard } from '#cli/node-device.ts';
import { systemTimers } from '#electron/main/services/system-timers.ts';
import { describeDeviceContract } from '../device/device-contract.ts';
import { LINK } from '../device/link.ts';
import { STORAGE } from '../device/storage.ts';
import { TERMINAL } from '../device/terminal.ts';
import { boardOnly } from '../simulated/testing/play.ts';
import { MemoryStorage } from '../simulated/board-storage.ts';
import type { VirtualBoard } from '../simulated/virtual-board.ts';
import { RealDevice } from './real-device.ts';
import { PORT, RESET_LINES } from './testing/bench.ts';

const boards: VirtualBoard[] = [];
const devices: RealDevice[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.dispose();
  for (const board of boards.splice(0)) board.dispose();
});

let words = 0;
/** @param flash path to text of what is on the board. */
function plugIn(flash: Record<string, string> = {}): RealDevice {
  const storage = new MemoryStorage(flash);
  const board = createNodeBoard({ diagram: boardOnly('esp32_devkit'), speed: 'max', storage });
  boards.push(board);
  return new RealDevice({
    port: { ...PORT, virtual: true },
    ports: {
      list: () => Promise.resolve(board.isPluggedIn ? [PORT] : []),
      create: () => board.createTransport(),
      policy: () => RESET_LINES,
    },
    timers: systemTimers,
    nonce: () => `w0rd${words++}x`,
  });
}

async function connected(flash?: Record<string, string>): Promise<RealDevice> {
  const device = plugIn(flash);
  devices.push(device);
  await device.open();
  return device;
}

async function run(device: RealDevice, files: Record<string, string>) {
  let text = '';
  const listening = device.onOutput((chunk) => (text += chunk.text));
  await device.load(files);
  const result = await device.run();
  listening.dispose();
  return { ...result, text: text.replaceAll('\r\n', '\n') };
}

describeDeviceContract('a virtual board on a cable', () => plugIn());

describe('with real Python', () => {
  it('says what it is', async () => {
    const device = await connected();
    expect(device.capability(LINK)?.info).toMatchObject({
      platform: 'esp32',
      version: '1.29.0',
      features: ['raw-paste', 'deflate', 'binascii', 'hashlib'],
    });
    expect(device.capability(LINK)?.info?.memoryFree).toBeGreaterThan(10_000);
  });

  it('imports modules and packages of the program, which name themselves in errors', async () => {
    const device = await connected();
    const result = await run(device, {
      'main.py': "import pump\nfrom lib.deep.well import depth\nprint(depth)\npump.go('grün\\n')\n",
      'pump.py': `# ${'x'.repeat(3000)}\nimport lib.deep.well\ndef go(x):\n    print(x, 'süß')\n    raise ValueError('dry')\n`,
      'lib/deep/well.py': 'depth = 12\n',
    });
    expect(result.text).toContain('12\ngrün\n süß\n');
    expect(result.traceback).toMatchObject({
      type: 'ValueError',
      message: 'dry',
      frames: [
        { file: 'main.py', line: 4 },
        { file: 'pump.py', line: 5, scope: 'go' },
      ],
    });
  });

  it('says so where the modules do not fit into the memory of the board, and goes on', async () => {
    const device = await connected();
    const result = await run(device, {
      'main.py': "print('never')\n",
      'huge.py': `x = 1 # ${'x'.repeat(200_000)}\n`,
    });
    expect(result).toMatchObject({ end: 'fault', text: '' });
    expect(result.error?.message).toContain('(196 KB: huge.py) do not fit');
    expect(await run(device, { 'main.py': "print('fine')\n" })).toMatchObject({
      end: 'finished',
      text: 'fine\n',
    });
  });

  it('gives modules as objects where the board cannot mount', async () => {
    const boot =
      'import sys\nclass Bare:\n    pass\nfor name in ("os", "vfs"):\n    sys.modules[name] = Bare()\n';
    const device = await connected({ '/boot.py': boot });
    const result = await run(device, {
      'main.py': 'import a\nprint(a.deep())\n',
      'a.py': 'import b\ndef deep():\n    return b.DEPTH\n',
      'b.py': 'DEPTH = 12\n',
    });
    expect(result).toMatchObject({ end: 'finished', text: '12\n' });
  });

  it('runs boot.py first, in the same globals, and leaves nothing of ours behind', async () => {
    const device = await connected();
    const result = await run(device, {
      'boot.py': 'speed = 3\n',
      'pump.py': '',
      'main.py': "import pump\nprint(speed, [n for n in globals() if 'pinlab' in n or n == 'print'])\n",
    });
    expect(result).toMatchObject({ end: 'finished', text: '3 []\n' });
    expect(await run(device, { 'boot.py': '1/0\n', 'main.py': "print('never')\n" })).toMatchObject({
      end: 'raised',
      traceback: { frames: [{ file: 'boot.py', line: 1 }] },
    });
  });

  it.each([
    [
      'a mistake of writing',
      'print(1)\nif x\n',
      { end: 'raised', traceback: { type: 'SyntaxError', frames: [{ file: 'main.py', line: 2 }] } },
    ],
    ['sys.exit', 'import sys\nprint(1)\nsys.exit()\n', { end: 'finished', text: '1\n' }],
    [
      'bytes of the protocol',
      "print('\\x04\\x04>\\x04', end='')\n",
      { end: 'finished', text: '\x04\x04>\x04' },
    ],
    ['a prompt', "print('>>> ', end='')\n", { end: 'finished', text: '>>> ' }],
    ['much text', "print('wet' * 20000)\n", { end: 'finished', text: `${'wet'.repeat(20_000)}\n` }],
  ])('%s', async (_, text, wanted) => {
    const device = await connected();
    expect(await run(device, { 'main.py': text })).toMatchObject(wanted);
    expect(await run(device, { 'main.py': "print('fine')\n" })).toMatchObject({
      end: 'finished',
      text: 'fine\n',
    });
  });

  it('saves and reads files, one after the other', async () => {
    const device = await connected();
    const storage = device.capability(STORAGE);
    const bytes = new TextEncoder().encode('print("saved")\n'.repeat(300));
    const report = await storage?.save([{ path: '/lib/saved.py', bytes }]);
    expect(report?.written).toEqual(['/lib/saved.py']);
    expect(await storage?.read('/lib/saved.py')).toEqual(bytes);
    expect((await storage?.save([{ path: '/lib/saved.py', bytes }]))?.unchanged).toEqual(['/lib/saved.py']);
  });

  it('ends what a program left behind before it writes, and only then', async () => {
    const device = await connected();
    const storage = device.capability(STORAGE);
    await run(device, { 'main.py': 'left_behind = 1\n' });
    const isThere = async (): Promise<boolean> => {
      const said = new Promise<string>((resolve) => {
        let text = '';
        device.capability(TERMINAL)?.onText((piece) => {
          text += piece;
          const answer = /is (True|False)/.exec(text)?.[1];
          if (answer) resolve(answer);
        });
      });
      await device.capability(TERMINAL)?.write("print('is', 'left_behind' in globals())\r");
      return (await said) === 'True';
    };
    await storage?.list();
    expect(await isThere()).toBe(true);
    await storage?.makeFolder('/data');
    expect(await isThere()).toBe(false);
  });

  it('keeps the modules of a run apart from the files of the board', async () => {
    const device = await connected({ '/old.py': 'x = 1\n', '/.pl-t': 'left over' });
    const storage = device.capability(STORAGE);
    const result = await run(device, {
      'main.py': 'import pump\nprint(pump.DEPTH)\n',
      'pump.py': 'DEPTH = 3\n',
    });
    expect(result).toMatchObject({ end: 'finished', text: '3\n' });
    const saved = { path: '/new.py', bytes: new TextEncoder().encode('y = 2\n') };
    expect((await storage?.save([saved]))?.written).toEqual(['/new.py']);
    expect((await storage?.list())?.entries.map(({ path }) => path)).toEqual(['/new.py', '/old.py']);
  });

  it('has a prompt that keeps its globals, and takes a paste', async () => {
    const device = await connected();
    const terminal = device.capability(TERMINAL);
    let text = '';
    const heard = (wanted: string): Promise<void> =>
      new Promise((resolve) => {
        terminal?.onText((piece) => {
          text += piece;
          if (text.includes(wanted)) resolve();
        });
      });
    const sum = heard('\r\n5050\r\n>>> ');
    await terminal?.paste('total = 0\nfor n in range(101):\n    total += n\nprint(total)\n');
    await sum;
    await device.capability(LINK)?.refreshInfo();
    const again = heard('5051\r\n>>> ');
    await terminal?.write('total + 1\r');
    await again;
  });
});
