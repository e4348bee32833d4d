/**
 * The link to a board: against a virtual board behind a real pseudo-terminal, with the serial port package the app uses, and against the
 * board at PINLAB_TEST_PORT where that is named. The files it writes there have names of their own and are removed.
 */

import { readdirSync, readFileSync } from 'node:fs';
import type { PortSummary } from '#common/host/host.ts';
import type { Transport } from '#common/transport/transport.ts';
import { createSerialPorts } from '#electron/main/services/boards/serial-ports.ts';
import { systemTimers } from '#electron/main/services/system-timers.ts';
import type { Device } from '#interpreter/device/device.ts';
import { type Storage, STORAGE, type StoredFile } from '#interpreter/device/storage.ts';
import type { BoardPorts } from '#interpreter/real/board-ports.ts';
import { RealDevice } from '#interpreter/real/real-device.ts';
import { type Figure, median } from './measure.ts';
import { SlowLine } from './slow-line.ts';
import { serveVirtualBoard } from './virtual-board.ts';

const ROUNDS = 7;
const LARGE = 33 * 1024;
const SMALL_FILES = 50;
/** 115200 baud, 8N1. */
const UART_BYTES_PER_SECOND = 11_520;
const FOLDER = '/pinlab-bench';
/** 1.5 KB, and prints at once. */
const PROGRAM = `print('ready')\n${'# what a learner writes about the greenhouse\n'.repeat(34)}`;
const TIGHT_LOOP = "print('ready')\nwhile True:\n    pass\n";

/** @param root the checkout. */
export async function measureBoard(root: URL): Promise<Figure[]> {
  const virtual = await serveVirtualBoard(root);
  try {
    const figures = await measurePort({ path: virtual.path, name: 'virtual', virtual: true }, root, '');
    const named = process.env['PINLAB_TEST_PORT'];
    if (named === undefined) return figures;
    return [...figures, ...(await measurePort({ path: named, name: named }, root, `${named}: `))];
  } finally {
    await virtual.close();
  }
}

async function measurePort(port: PortSummary, root: URL, prefix: string): Promise<Figure[]> {
  const ports = createSerialPorts({ list: async () => [port] });
  const figures = [
    ...(await withBoard(port, ports, (device) => measureFiles(device, root))),
    ...(await withBoard(port, ports, measureRuns)),
    ...(await withBoard(port, overSlowLine(ports), (device) => measureSlowSave(device, root))),
  ];
  await ports.released();
  return figures.map((figure) => ({ ...figure, name: prefix + figure.name }));
}

function overSlowLine(ports: BoardPorts): BoardPorts {
  return {
    list: () => ports.list(),
    policy: (port) => ports.policy(port),
    create: (port): Transport => new SlowLine(ports.create(port), UART_BYTES_PER_SECOND),
  };
}

async function withBoard(
  port: PortSummary,
  ports: BoardPorts,
  measure: (device: Device) => Promise<Figure[]>,
): Promise<Figure[]> {
  let count = 0;
  const nonce = (): string => `bench${count++}`;
  const device = new RealDevice({ port, ports, timers: systemTimers, nonce });
  try {
    await device.open();
    return await measure(device);
  } finally {
    device.dispose();
  }
}

async function measureFiles(device: Device, root: URL): Promise<Figure[]> {
  const storage = storageOf(device);
  const large = { path: `${FOLDER}/large.py`, bytes: pythonText(root, LARGE) };
  const sources = pythonText(root, SMALL_FILES * 700);
  const small = Array.from({ length: SMALL_FILES }, (_, n) => ({
    path: `${FOLDER}/file${n}.py`,
    bytes: sources.subarray(n * 700, (n + 1) * 700),
  }));
  const saved = await storage.save([large]);
  const saveTime = await timed(() => storage.save([changed(large)]));
  await storage.save(small);
  const again = await storage.save(small);
  const syncTime = await timed(() => storage.save(small));
  const program = { path: `${FOLDER}/small.py`, bytes: new TextEncoder().encode(PROGRAM) };
  await storage.save([program]);
  const smallTime = await timed(() => storage.save([changed(program)]));
  await storage.remove([FOLDER]);
  const perFile = 4 + LARGE / 2048;
  return [
    figure('33 KB file: bytes sent', (100 * saved.wireBytes) / LARGE, 55, '% of it'),
    figure('33 KB file: round trips', saved.roundTrips, perFile, ''),
    figure('33 KB file: saved and proven', saveTime, Infinity, 'ms'),
    figure('1.5 KB file: saved and proven', smallTime, Infinity, 'ms'),
    figure('50 unchanged files: round trips', again.roundTrips, 1, ''),
    figure('50 unchanged files: synced', syncTime, Infinity, 'ms'),
  ];
}

async function measureRuns(device: Device): Promise<Figure[]> {
  const first: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await device.load({ 'main.py': PROGRAM });
    const start = performance.now();
    const ended = runUntilReady(device);
    await ended.ready;
    first.push(performance.now() - start);
    await ended.end;
  }
  const stops: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await device.load({ 'main.py': TIGHT_LOOP });
    const run = runUntilReady(device);
    await run.ready;
    stops.push(await timed(() => device.stop()));
    await run.end;
  }
  return [
    figure('1.5 KB program: click to first output', median(first), 250, 'ms'),
    figure('Stop of a tight loop', median(stops), 300, 'ms'),
  ];
}

async function measureSlowSave(device: Device, root: URL): Promise<Figure[]> {
  const storage = storageOf(device);
  const large = { path: `${FOLDER}/large.py`, bytes: pythonText(root, LARGE) };
  const time = await timed(() => storage.save([large]));
  await storage.remove([FOLDER]);
  return [figure('33 KB file over 11.5 KB/s: saved and proven', time, 2000, 'ms')];
}

function runUntilReady(device: Device): { readonly ready: Promise<void>; readonly end: Promise<unknown> } {
  const ready = new Promise<void>((resolve) => {
    const listening = device.onOutput(({ text }) => {
      if (!text.includes('ready')) return;
      listening.dispose();
      resolve();
    });
  });
  return { ready, end: device.run() };
}

function storageOf(device: Device): Storage {
  const storage = device.capability(STORAGE);
  if (!storage) throw new Error('A board has files.');
  return storage;
}

/** Python as people write it: the interpreter's own Python side, one file behind the other. */
function pythonText(root: URL, length: number): Uint8Array {
  const folder = new URL('interpreter/shims/', root);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.py'),
  );
  const text = names.sort().map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const bytes = new TextEncoder().encode(text.join('\n'));
  if (bytes.length < length) throw new Error('There is not enough Python for this measurement.');
  return bytes.slice(0, length);
}

function changed({ path, bytes }: StoredFile): StoredFile {
  return { path, bytes: Uint8Array.from([...bytes.subarray(1), 35]) };
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function figure(name: string, measured: number, limit: number, unit: string): Figure {
  return { name, measured, limit, unit };
}
