/**
 * Makes the read-only file system that the simulated boards boot from: the modules of interpreter/shims, compiled to MicroPython
 * bytecode. As on a board, its code runs in place and takes none of the program's memory, and nothing is compiled at start.
 * Format: MicroPython's ROMFS (docs/reference/romfs.rst).
 */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../vite/paths.mjs';

const SHIMS = fromRoot('interpreter/shims');
const CACHE = fromRoot('node_modules/.cache/pinlab-firmware');
const COMPILER = JSON.parse(
  readFileSync(fromRoot('node_modules/@pybricks/mpy-cross-v6/package.json'), 'utf8'),
).version;

/** What tracebacks call these files: interpreter/worker/file-layout.ts has the same. */
const TRACEBACK_NAME = '/.pinlab/shims/';

/** Kinds of record in a ROMFS. */
const VERBATIM = 2;
const DIRECTORY = 4;
const FILE = 5;
const MAGIC = Buffer.from([0xd2, 0xcd, 0x31]);

/** Modules that boards have and the simulator does not have yet; importing one says so. */
const MISSING = (name) =>
  `raise ImportError("the module '${name}' is not simulated yet. Your program is fine: run it on a real board.")\n`;

/** The Python files that go in, path to text, in a fixed order. */
export function firmwareSources() {
  const files = readdirSync(SHIMS, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py') && !path.startsWith('tests/'));
  const missing = JSON.parse(readFileSync(join(SHIMS, 'missing.json'), 'utf8'));
  return [
    ...files.map((path) => [path, readFileSync(join(SHIMS, path), 'utf8')]),
    ...missing.map((name) => [`${name}.py`, MISSING(name)]),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The image as bytes. Compiled once for each state of the sources. */
export async function firmwareImage() {
  const sources = firmwareSources();
  const key = createHash('sha256')
    .update(JSON.stringify([COMPILER, sources]))
    .digest('hex')
    .slice(0, 16);
  const cached = join(CACHE, `${key}.rom`);
  if (existsSync(cached)) return readFileSync(cached);
  const root = new Map();
  for (const [path, text] of sources) {
    const folders = path.split('/');
    const name = folders.pop().replace(/\.py$/, '.mpy');
    const folder = folders.reduce((parent, part) => parent.get(part) ?? setIn(parent, part, new Map()), root);
    folder.set(name, await compile(path, text));
  }
  const image = Buffer.concat([MAGIC, sized(entries(root))]);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(cached, image);
  return image;
}

function setIn(map, key, value) {
  map.set(key, value);
  return value;
}

/** Events on which the compiler puts listeners that it never takes away. */
const LISTENED = ['uncaughtException', 'unhandledRejection'];

async function compile(path, text) {
  const { fetch } = globalThis;
  const listeners = LISTENED.map((event) => process.listeners(event));
  // The compiler takes a process with fetch for a browser.
  globalThis.fetch = undefined;
  try {
    const { compile: crossCompile } = await import('@pybricks/mpy-cross-v6');
    const { status, mpy, err } = await crossCompile(path.replaceAll('/', '.'), text, [
      '-s',
      TRACEBACK_NAME + path,
    ]);
    if (status !== 0 || !mpy) throw new Error(`interpreter/shims/${path}: ${err.join('\n')}`);
    return Buffer.from(mpy);
  } finally {
    globalThis.fetch = fetch;
    LISTENED.forEach((event, i) => {
      for (const listener of process.listeners(event))
        if (!listeners[i].includes(listener)) process.off(event, listener);
    });
  }
}

/** The records of a folder's files and folders, one after another. */
function entries(folder) {
  return Buffer.concat(
    [...folder].map(([name, content]) => {
      const title = sized(Buffer.from(name));
      return content instanceof Map
        ? record(DIRECTORY, Buffer.concat([title, entries(content)]))
        : record(FILE, Buffer.concat([title, record(VERBATIM, content)]));
    }),
  );
}

function record(kind, payload) {
  return Buffer.concat([variable(kind), sized(payload)]);
}

function sized(payload) {
  return Buffer.concat([variable(payload.length), payload]);
}

/** An unsigned number in groups of seven bits, the highest first. */
function variable(number) {
  const bytes = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return Buffer.from(bytes);
}
