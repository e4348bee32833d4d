/**
 * Who may import whom, as data. Default: forbidden. A layer may always import itself; a test may import anything.
 * `libraries` are the packages that the layer may use; `runtime` picks its banned globals (banned-globals.mjs).
 */

const PURE_INTERPRETER = [
  'interpreter/boards',
  'interpreter/clock',
  'interpreter/device',
  'interpreter/diagram',
];
const RENDERER_INSIDE = [
  'renderer/blocks',
  'renderer/board-check',
  'renderer/components',
  'renderer/host',
  'renderer/i18n',
  'renderer/part-views',
  'renderer/state',
  'renderer/styles',
  'renderer/views',
  'renderer/world-views',
];

export const LAYERS = [
  { folder: 'common', may: [], libraries: ['birpc', 'valibot'], runtime: 'pure' },
  { folder: 'interpreter/clock', may: ['common'], libraries: [], runtime: 'pure' },
  { folder: 'interpreter/diagram', may: ['common'], libraries: [], runtime: 'pure' },
  { folder: 'interpreter/boards', may: ['common', 'interpreter/diagram'], libraries: [], runtime: 'pure' },
  {
    folder: 'interpreter/device',
    may: ['common', 'interpreter/diagram'],
    // The in-memory twin of a board hashes as a board does.
    libraries: ['@noble/hashes'],
    runtime: 'pure',
  },
  {
    folder: 'interpreter/hardware',
    may: ['common', ...PURE_INTERPRETER],
    libraries: [],
    runtime: 'pure',
  },
  { folder: 'interpreter/repl', may: ['common'], libraries: [], runtime: 'pure' },
  {
    folder: 'interpreter/worker',
    may: [
      'common',
      ...PURE_INTERPRETER,
      'interpreter/hardware',
      'interpreter/repl',
      'interpreter/shims',
      'assets',
    ],
    libraries: ['@lezer/common', '@lezer/python', '@micropython/micropython-webassembly-pyscript', 'birpc'],
    runtime: 'worker',
  },
  {
    folder: 'interpreter/simulated',
    may: ['common', 'interpreter/device', 'interpreter/diagram', 'interpreter/repl', 'interpreter/worker'],
    libraries: ['birpc'],
    runtime: 'pure',
  },
  {
    folder: 'interpreter/real',
    may: ['common', 'interpreter/boards', 'interpreter/device', 'interpreter/diagram'],
    libraries: ['@noble/hashes', 'pako'],
    runtime: 'pure',
  },
  {
    folder: 'lessons/engine',
    may: ['common', 'interpreter/device', 'interpreter/diagram'],
    libraries: ['yaml', 'marked', 'valibot'],
    runtime: 'pure',
  },
  ...RENDERER_INSIDE.map((folder) => ({
    folder,
    may: [
      'common',
      'assets',
      'lessons/engine',
      'interpreter/boards',
      'interpreter/device',
      'interpreter/diagram',
      ...RENDERER_INSIDE,
    ],
    libraries: ['*'],
    runtime: 'page',
  })),
  { folder: 'electron/preload', may: ['common'], libraries: ['electron'], runtime: 'page' },
];

/** Folders that compose everything else and may therefore import everything: no zone of their own. */
export const COMPOSITION_ROOTS = ['renderer/app', 'cli', 'electron/main', 'electron/serve', 'electron/e2e'];
