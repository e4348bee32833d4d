/**
 * A board that has booted and waits for its program: the interpreter with the simulator's modules imported and the bridge in place. It
 * is made before a program is known, since loading takes most of a start; one serves one run.
 */

import image from 'virtual:pinlab-firmware';
import { createRandom, type Random } from '#common/random/random.ts';
import type { BoardDefinition } from '../diagram/catalog.ts';
import { HardwareError } from '../hardware/hardware-error.ts';
import { createBoardBridge } from './board-bridge.ts';
import { BridgeLink, createBridge } from './bridge.ts';
import { PROGRAM_FOLDER, ROM_FOLDER } from './file-layout.ts';
import { type BridgeFunction, Interpreter } from './micropython.ts';

/** What the interpreter's own tables and the shims' objects take of the heap, bytes. */
const HEAP_OVERHEAD = 26_000;

export interface Firmware {
  readonly interpreter: Interpreter;
  readonly link: BridgeLink;
  /** Seeds Python's `random`. */
  seed(seed: number): void;
}

/** What runs on it: one program, whose files lie apart, or a prompt whose files are the board's own. */
export type FirmwareRole = 'program' | 'prompt';

/** @param wasm micropython.wasm, compiled. */
export async function bootFirmware(
  definition: BoardDefinition,
  wasm: WebAssembly.Module,
  role: FirmwareRole = 'program',
): Promise<Firmware> {
  const link = new BridgeLink(definition);
  let random: Random = createRandom(0, 'python');
  const milliseconds = (): number => (link.isAttached ? Math.floor(link.run.time.now / 1_000_000) : 0);
  const interpreter = await Interpreter.load({
    wasm,
    rom: bytesOf(image),
    heapBytes: definition.heapBytes + HEAP_OVERHEAD,
    platform: definition.platform,
    machine: definition.machine,
    onTick: () => link.run.time.onTick(),
    onOutput: (bytes) => link.run.console.onOutput(bytes),
    readByte: () => link.run.console.readByte(),
    ticksMs: milliseconds,
    timeMs: milliseconds,
    randomU32: () => random.integer(0, 0xffffffff),
  });
  interpreter.registerModule('_hw', guarded(link, interpreter));
  interpreter.run(bootScript(definition, role));
  return { interpreter, link, seed: (seed) => (random = createRandom(seed, 'python')) };
}

const PATHS: Readonly<Record<FirmwareRole, readonly string[]>> = {
  program: [folder(PROGRAM_FOLDER), ROM_FOLDER, '', '.frozen', `${PROGRAM_FOLDER}lib`, '/lib'],
  prompt: ['', ROM_FOLDER, '.frozen', '/lib'],
};

function bootScript({ bootImports }: BoardDefinition, role: FirmwareRole): string {
  return (
    'import sys\nsys.path.clear()\nimport time, micropython\n' +
    "sys.modules['_native_time'] = time\nsys.modules['_native_micropython'] = micropython\n" +
    'del time, micropython\n' +
    `sys.path[:] = [${PATHS[role].map((entry) => `'${entry}'`).join(', ')}]\n` +
    'import _boot\n' +
    (role === 'prompt' ? `_boot.imports = '${bootImports.join(' ')}'\ndel _boot, sys\n` : '') +
    (role === 'prompt'
      ? ''
      : `def _run_program(names, run=_boot.run):\n run('${PROGRAM_FOLDER}', names, '${bootImports.join(' ')}')\n`)
  );
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** A folder without the slash at its end, as sys.path wants it. */
function folder(path: string): string {
  return path.slice(0, -1);
}

/** Every function of the bridge sees the present time, and what it caused is dealt with before Python goes on. */
function guarded(link: BridgeLink, interpreter: Interpreter): Readonly<Record<string, BridgeFunction>> {
  const guard = (call: (...args: unknown[]) => unknown): BridgeFunction => {
    return (...args: unknown[]) => {
      if (!link.isAttached) return call(...args);
      const { time } = link.run;
      let result: unknown;
      let refused: HardwareError | undefined;
      time.sync();
      try {
        result = call(...args);
      } catch (error) {
        if (!(error instanceof HardwareError)) throw error;
        refused = error;
      }
      time.settle();
      if (refused) interpreter.raise(refused.pythonType, refused.message, refused.errno);
      return result;
    };
  };
  const table = {
    ...createBridge(link),
    ...createBoardBridge(link, interpreter),
    allow_report: () => (interpreter.allowReport(), null),
    end_report: () => (interpreter.endReport(), null),
  };
  return Object.fromEntries(
    Object.entries(table).map(([name, call]) => [name, guard(call as (...args: unknown[]) => unknown)]),
  );
}
