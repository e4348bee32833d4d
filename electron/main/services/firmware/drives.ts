/** Finds the drives of bootloaders: mounted volumes that hold INFO_UF2.TXT. Mounts nothing itself. */

import { join } from 'node:path';
import type { FirmwareChip } from '#interpreter/device/firmware.ts';
import { type FileSystem, readTextIfPresent } from '../file-system.ts';

export interface BootloaderDrive {
  readonly folder: string;
  /** Such as `RPI-RP2`; undefined where the file names none. */
  readonly boardId: string | undefined;
  /** For people, such as `Raspberry Pi RP2`. */
  readonly model: string | undefined;
  /** Empty where the board is not known. */
  readonly chips: readonly FirmwareChip[];
}

export type DriveFileSystem = Pick<FileSystem, 'readFile' | 'readdir'>;

const INFO_FILE = 'INFO_UF2.TXT';

const CHIPS_OF: Readonly<Record<string, readonly FirmwareChip[]>> = {
  'RPI-RP2': ['RP2040'],
  RP2350: ['RP2350'],
};

/** Where a system shows drives. `**` stands for one more level of folders. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Volumes'],
  linux: ['/media', '/media/**', '/run/media/**', '/mnt'],
};

const LETTERS = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);

export async function findDrives(
  fs: DriveFileSystem,
  platform: NodeJS.Platform,
): Promise<readonly BootloaderDrive[]> {
  const folders = platform === 'win32' ? LETTERS : await candidates(fs, platform);
  const found = await Promise.all([...new Set(folders)].map((folder) => driveAt(fs, folder)));
  return found.filter((drive) => drive !== undefined);
}

/** Undefined where the drive has gone, or is none. */
export async function driveAt(fs: DriveFileSystem, folder: string): Promise<BootloaderDrive | undefined> {
  // A drive may vanish while it is read, and other people's may not be looked at.
  const info = await readTextIfPresent(fs as FileSystem, join(folder, INFO_FILE)).catch(() => undefined);
  if (info === undefined) return undefined;
  const boardId = field(info, 'Board-ID');
  return { folder, boardId, model: field(info, 'Model'), chips: CHIPS_OF[boardId ?? ''] ?? [] };
}

async function candidates(fs: DriveFileSystem, platform: NodeJS.Platform): Promise<readonly string[]> {
  const mounted = platform === 'linux' ? await mountedDrives(fs) : [];
  const listed = await Promise.all((PLACES[platform] ?? []).map((place) => foldersIn(fs, place)));
  return [...mounted, ...listed.flat()];
}

async function foldersIn(fs: DriveFileSystem, place: string): Promise<readonly string[]> {
  if (place.endsWith('/**')) {
    const parents = await foldersIn(fs, place.slice(0, -3));
    return (await Promise.all(parents.map((parent) => foldersIn(fs, parent)))).flat();
  }
  const names = await fs.readdir(place).catch(() => []);
  return names.map((name) => join(place, name));
}

/** Bootloaders show a FAT volume; asking others could wait for a network. */
async function mountedDrives(fs: DriveFileSystem): Promise<readonly string[]> {
  const text = await fs.readFile('/proc/mounts', 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'vfat' || type === 'msdos')
    .map(([, folder = '']) => unescapeOctal(folder));
}

/** Blanks in names are written as `\040`. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

function field(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'm').exec(info)?.[1];
}
