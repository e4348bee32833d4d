import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { readAppFile } from './app-files.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

let root: string;
let page: string;

beforeAll(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'pinlab-files-'));
  page = join(root, 'page');
  await fs.mkdir(join(page, 'media'), { recursive: true });
  await fs.writeFile(join(root, 'secret.txt'), 'secret');
  await fs.writeFile(join(page, 'index.html'), '<p>');
  await fs.writeFile(join(page, 'media', 'a b ü.wasm'), 'x');
  await fs.writeFile(join(page, 'odd.xyz'), 'x');
});
afterAll(() => fs.rm(root, { recursive: true }));

it.each([
  ['/', 'text/html; charset=utf-8'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/media/a%20b%20%C3%BC.wasm', 'application/wasm'],
  ['/odd.xyz', 'application/octet-stream'],
])('finds %s as %s', async (pathname, type) => {
  const file = await readAppFile(page, pathname);
  expect(file.status).toBe(200);
  expect(file.headers).toMatchObject({ ...SECURITY_HEADERS, 'Content-Type': type });
});

it.each([
  '/missing',
  '/media',
  '/media/',
  '//index.html',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/media/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/C:/secret.txt',
  '/index.html%00',
  '/%ff',
  '/.hidden',
  '',
  'index.html',
  `/${'a'.repeat(5000)}`,
])('refuses %s', async (pathname) => {
  const file = await readAppFile(page, pathname);
  expect(file.status).toBe(404);
  expect(file.headers).toMatchObject(SECURITY_HEADERS);
});

it('allows nothing from elsewhere, no eval and no inline script', () => {
  const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*|script-src[^;]*'unsafe-inline'/);
});
