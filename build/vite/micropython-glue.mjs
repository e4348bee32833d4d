/**
 * Fits the interpreter's JavaScript side, which npm ships, to a worker: the worker hands it a compiled WebAssembly module instead of
 * an address, and what it does for a command line is left out. Each edit must match once, so a new release cannot slip through.
 */

const EDITS = [
  // The stock WebAssembly file is never loaded: the bundler must not take it for an asset.
  ['new URL("micropython.wasm",import.meta.url).href', '"micropython.wasm"'],
  ['let Module={locateFile:', 'let Module={instantiate:options.instantiate,locateFile:'],
  ['await instantiateAsync(void 0,wasmBinaryFile,info)', 'await moduleArg.instantiate(info)'],
  [
    'const{createRequire:createRequire}=await(import("node:module"));var require=createRequire(import.meta.url)',
    'var require=process.getBuiltinModule',
  ],
  [
    /if\(globalThis\.loadMicroPython=loadMicroPython,.*?\}\(\)\}(?=class PyProxy\{)/s,
    'globalThis.loadMicroPython=loadMicroPython;',
  ],
];

export function micropythonGlue() {
  return {
    name: 'pinlab:micropython-glue',
    transform: {
      filter: { id: /micropython-webassembly-pyscript\/micropython\.mjs(?:\?|$)/ },
      handler(code) {
        return EDITS.reduce((text, [from, to]) => {
          const pieces = text.split(from);
          if (pieces.length !== 2) this.error(`${from} matches ${pieces.length - 1} times, not once.`);
          return pieces.join(to);
        }, code);
      },
    },
  };
}
