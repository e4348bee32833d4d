/** Finds Electron's binary without importing the package, which would begin a download. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../vite/paths.mjs';

const PACKAGE = fromRoot('node_modules/electron');
const BINARIES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
/** Long enough for 120 MB over a slow line, ms. */
const DOWNLOAD_LIMIT = 10 * 60_000;
/** A machine without network is known by then, ms. */
const FIRST_BYTES_LIMIT = 20_000;

/** Path of the binary, or undefined where there is none. ELECTRON_OVERRIDE_DIST_PATH wins. */
export function findElectron() {
  const binary = BINARIES[process.platform] ?? 'electron';
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, join(PACKAGE, 'dist')].filter(Boolean);
  return folders.map((folder) => join(folder, binary)).find((path) => existsSync(path));
}

/** True where a window can be shown. */
export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Lets the electron package fetch its own binary. Resolves to its path, or to undefined where that fails. */
export async function fetchElectron() {
  const installer = join(PACKAGE, 'install.js');
  if (!existsSync(installer) || !(await isOnline())) return undefined;
  await new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT });
    child.on('error', resolve);
    child.on('close', resolve);
  });
  return findElectron();
}

/** Asks for the release page with a short limit, since the installer itself tries for minutes. */
async function isOnline() {
  try {
    const address = 'https://github.com/electron/electron/releases';
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(FIRST_BYTES_LIMIT) });
    return true;
  } catch {
    return false;
  }
}
