/** The official MicroPython WebAssembly build as it comes, in a worker of its own: what the line hook is compared with. */

import { parentPort, workerData } from 'node:worker_threads';

process.argv.length = 1;
// Compiled once for all rounds, as Pinlab's is: both find the code that V8 has made of it before.
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (_source, imports) => ({
  instance: await instantiate(workerData.wasm, imports),
  module: workerData.wasm,
});
const { loadMicroPython } = await import('@micropython/micropython-webassembly-pyscript/micropython.mjs');

/** `machine` for the bare VM: the pin is an attribute, and sleeping takes no time. */
const BARE_MACHINE = `
import sys, time
class Pin:
    OUT = 1
    def __init__(self, id, mode): self.level = 0
    def on(self): self.level = 1
    def off(self): self.level = 0
class machine: pass
machine.Pin = Pin
class time_module: pass
time_module.sleep_ms = lambda ms: None
sys.modules['machine'] = machine
sys.modules['time'] = time_module
del machine, time_module, Pin, sys, time
`;

let started = 0;
let text = '';
const python = await loadMicroPython({
  pystack: 8192,
  heapsize: 1 << 20,
  url: workerData.file,
  stdout: (line) => {
    if (line === 'start') started = performance.now();
    else text += line;
  },
});
python.runPython(BARE_MACHINE);
python.runPython(workerData.source);
parentPort.postMessage({ milliseconds: performance.now() - started, text });
