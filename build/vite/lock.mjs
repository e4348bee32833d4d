/** One build at a time in a checkout: a lock folder that names its owner, broken when the owner is gone. */

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fromRoot } from './paths.mjs';

const LOCK = fromRoot('dist/.building');
const OWNER = join(LOCK, 'pid');
/** A lock without an owner's name that is older than this was left by a crash, ms. */
const NAMELESS_LIMIT = 5_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAbandoned() {
  try {
    return !isAlive(Number(readFileSync(OWNER, 'utf8')));
  } catch {
    const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return age > NAMELESS_LIMIT;
  }
}

function tryLock() {
  mkdirSync(fromRoot('dist'), { recursive: true });
  try {
    mkdirSync(LOCK);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
  writeFileSync(OWNER, String(process.pid));
  return true;
}

/** Runs `work` while no other process of this checkout builds. */
export async function buildWithLock(work) {
  while (!tryLock()) {
    if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true });
    else await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}
