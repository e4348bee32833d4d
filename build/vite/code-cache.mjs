/**
 * Compiles a script ahead and stores what V8 makes of it, so that each start of it takes it from there. V8 refuses the file where
 * its version or its flags are others, and then compiles as ever. To be run alone, since it changes a flag of its process:
 *
 *   node code-cache.mjs SCRIPT CACHE
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const [script, cache] = process.argv.slice(2);
// Otherwise only what runs at once would be compiled. The flag is back before V8 notes the flags in the cache.
setFlagsFromString('--no-lazy');
const compiled = new Script(readFileSync(script, 'utf8'), { filename: script });
setFlagsFromString('--lazy');
writeFileSync(cache, compiled.createCachedData());
