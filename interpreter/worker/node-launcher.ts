/** First file of the interpreter's worker in Node: starts the worker's code as V8 compiled it when it was built. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const code = file('worker-code.cjs');
const cache = file('worker-code.cache');

// Where Node is another than the one that built it, V8 leaves the cache aside and compiles the text.
const script = new Script(readFileSync(code, 'utf8'), {
  filename: code,
  ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
});
const start = script.runInThisContext() as (require: NodeJS.Require, filename: string) => void;
start(createRequire(code), code);
