/** What the device contract's programs do, as scripts for the in-memory twins. */

import { CONTRACT_PROGRAMS } from './device-contract.ts';
import type { Script } from './memory-device.ts';

const endless: Script = async (run) => {
  run.print('started');
  await run.forever();
};

export const CONTRACT_SCRIPTS: Readonly<Record<string, Script>> = {
  [CONTRACT_PROGRAMS.prints['main.py']]: async (run) => {
    for (const text of ['one', 'two', 'three']) {
      run.print(text);
      await run.advance(10_000);
    }
  },
  [CONTRACT_PROGRAMS.raises['main.py']]: (run) => {
    run.print('before');
    run.raise('ValueError', 'no water', [
      { file: 'main.py', line: 4 },
      { file: 'main.py', line: 2, scope: 'water' },
    ]);
  },
  [CONTRACT_PROGRAMS.endless['main.py']]: endless,
  [CONTRACT_PROGRAMS.stubborn['main.py']]: endless,
  [CONTRACT_PROGRAMS.echoes['main.py']]: async (run) => {
    run.print('ready');
    for (let i = 0; i < 2; i++) run.print(`got ${await run.readLine()}`);
  },
  [CONTRACT_PROGRAMS.counts['main.py']]: async (run) => {
    await run.reach(1);
    for (let n = 0; n < 3; n++) {
      await run.reach(2);
      run.print(`${n}`);
    }
  },
  [CONTRACT_PROGRAMS.imports['main.py']]: (run) => {
    run.print(/NAME = '(.*)'/.exec(run.files['pump.py'] ?? '')?.[1] ?? 'no pump');
  },
};

const waiting: Script = async (run) => {
  run.print('started');
  await run.readLine();
};

/** The same for twins behind a true wall, whose messages need turns of the event loop: what never ends waits, instead of keeping busy. */
export const WAITING_CONTRACT_SCRIPTS: Readonly<Record<string, Script>> = {
  ...CONTRACT_SCRIPTS,
  [CONTRACT_PROGRAMS.endless['main.py']]: waiting,
  [CONTRACT_PROGRAMS.stubborn['main.py']]: waiting,
};
