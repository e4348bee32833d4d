/** Where things lie in the interpreter's file system. A program sees its own files at `/`. */

/** What runs: the program's modules with hooks. */
export const PROGRAM_FOLDER = '/.pinlab/program/';
/** Where the interpreter shows its read-only file system: the simulator's Python side of `machine`, `time` and the like. */
export const ROM_FOLDER = '/rom';
/** How tracebacks name the files in it. */
export const SHIM_FOLDER = '/.pinlab/shims/';
