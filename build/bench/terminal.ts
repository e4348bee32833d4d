/** What the terminal costs: from the command to a program's first output, as a person at the prompt sees it. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, median } from './measure.ts';

const ROUNDS = 7;

function timeToFirstOutput(command: string, program: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [command, 'run', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(performance.now() - start));
    child.once('close', () => reject(new Error('The program printed nothing.')));
  });
}

export async function measureTerminal(root: URL): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pinlab-bench-'));
  const program = join(folder, 'hello.py');
  writeFileSync(program, 'print("hello")\n');
  const command = fileURLToPath(new URL('cli/pinlab.mjs', root));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timeToFirstOutput(command, program));
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: 'pinlab run: command to first output', measured: median(times), limit: Infinity, unit: 'ms' },
  ];
}
