import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { groupOf, holdersOf } from './linux-facts.ts';
import { explainPort, UDEV_RULE } from './port-advice.ts';
import { serialErrorCode } from './serial-errors.ts';

const FACTS = { path: '/dev/ttyACM0', platform: 'linux', words: 'x' };

/** What a person would read. */
function read(...args: Parameters<typeof explainPort>): readonly string[] {
  return explainPort(...args).problems.map(({ message, fix }) => `${message} ${fix}`);
}

describe('a port that may not be opened', () => {
  it('belongs to a group: the exact command, and the rule', () => {
    const [group, rule] = read('permission-denied', { ...FACTS, group: 'uucp' });
    expect(group).toContain('belongs to the group uucp');
    expect(group).toContain('sudo usermod -aG uucp $USER');
    expect(rule).toContain(UDEV_RULE);
  });

  it.each([undefined, 'root'])('belongs to root alone (%s): nobody is told to join that group', (group) => {
    const all = read('permission-denied', { ...FACTS, group }).join(' ');
    expect(all).not.toContain('usermod');
    expect(all).toContain('uaccess');
  });

  it('has no groups elsewhere', () => {
    expect(read('permission-denied', { ...FACTS, platform: 'darwin' }).join(' ')).not.toContain('usermod');
  });

  it('has its rule in the file that ships', async () => {
    const file = fileURLToPath(
      new URL('../../../../build/packaging/70-pinlab-boards.rules', import.meta.url),
    );
    expect(await readFile(file, 'utf8')).toContain(`\n${UDEV_RULE}\n`);
  });
});

describe('other failures', () => {
  it('name the program that has the port, or the likely ones of the system', () => {
    expect(read('busy', { ...FACTS, holders: ['thonny'] })[0]).toContain('is open in thonny');
    expect(read('busy', FACTS)[0]).toContain('ModemManager');
    expect(read('busy', { ...FACTS, platform: 'win32' })[0]).toContain('NZXT CAM');
  });

  it('think of the cable where nothing is plugged in', () => {
    expect(read('not-found', FACTS)).toHaveLength(1);
    expect(read('not-found', { ...FACTS, hasNoUsbPort: true })[1]).toContain(
      'cables carry power and no data',
    );
  });

  it('think of the driver where the chip needs one', () => {
    const words = 'Opening COM5: Unknown error code 31';
    const facts = { ...FACTS, platform: 'win32', words, vendorId: '1A86' };
    expect(explainPort(undefined, facts).message).toContain('error code 31');
    expect(read(undefined, facts)[1]).toContain('CH340');
    expect(read(undefined, { ...facts, platform: 'linux' })).toHaveLength(1);
  });

  it.each([
    ['Error: Permission denied, cannot open /dev/ttyACM0', 'linux', 'permission-denied'],
    ['Error Resource temporarily unavailable Cannot lock port', 'linux', 'busy'],
    ['Error: Device or resource busy, cannot open /dev/cu.x', 'darwin', 'busy'],
    ['Error: No such file or directory, cannot open /dev/ttyACM0', 'linux', 'not-found'],
    ['Opening COM5: Access denied', 'win32', 'busy'],
    ['Opening COM9: File not found', 'win32', 'not-found'],
    ['Opening COM5: Unknown error code 31', 'win32', undefined],
  ])('%s on %s is %s', (words, platform, code) => {
    expect(serialErrorCode(new Error(words), platform)).toBe(code);
  });
});

describe.runIf(process.platform === 'linux')('what Linux tells', () => {
  it('is the group of a file and who has it open', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pinlab-facts-'));
    const file = join(folder, 'port');
    await writeFile(file, '');
    const groups = await readFile('/etc/group', 'utf8');
    const own = groups.split('\n').find((line) => line.split(':')[2] === `${process.getgid?.()}`);
    expect(await groupOf(file)).toBe(own?.split(':')[0]);
    expect(await groupOf(join(folder, 'none'))).toBeUndefined();
    expect(await holdersOf(file)).toEqual([]);
    const { open } = await import('node:fs/promises');
    const handle = await open(file);
    expect(await holdersOf(file)).toHaveLength(1);
    await handle.close();
    await rm(folder, { recursive: true });
  });
});
