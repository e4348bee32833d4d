/**
 * Reads the built page's files for a request path, with type and security headers. The local server and the desktop app's
 * protocol both answer with it, so what a browser test proves about one holds for the other.
 */

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { errorCode } from './file-system.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export interface AppFile {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.cur': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/** The bundler puts a hash of the content into the names below this folder. */
const HASHED = /^\/assets\//;

/**
 * @param rendererDir folder of the built page
 * @param pathname path of the request, still percent-encoded; `/` means the page itself
 */
export async function readAppFile(rendererDir: string, pathname: string): Promise<AppFile> {
  const name = fileNameOf(pathname);
  const body = name === undefined ? undefined : await readIfPresent(join(rendererDir, name));
  if (name === undefined || body === undefined) return notFound();
  const headers = {
    ...SECURITY_HEADERS,
    'Content-Type': TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': HASHED.test(pathname) ? 'max-age=31536000, immutable' : 'no-cache',
  };
  return { status: 200, headers, body };
}

/** Undefined for a path that leaves the folder, names a hidden file or cannot be decoded. */
function fileNameOf(pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path === '/') return 'index.html';
  const pieces = path.slice(1).split('/');
  const isSafe = path.startsWith('/') && !/[\0\\:]/.test(path);
  return isSafe && pieces.every((piece) => piece !== '' && !piece.startsWith('.'))
    ? pieces.join('/')
    : undefined;
}

async function readIfPresent(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

function notFound(): AppFile {
  const body = new TextEncoder().encode('There is no such file in Pinlab.\n');
  return { status: 404, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
