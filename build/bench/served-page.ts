/** The built app behind a server of its own, and a Chromium without a graphics card to look at it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Host } from '#common/host/host.ts';
import { createFileHost } from '#electron/main/services/file-host.ts';
import { startServer } from '#electron/serve/serve.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import type { Figure } from './measure.ts';

export interface ServedPageOptions {
  /** The checkout, with dist/ up to date. */
  readonly root: URL;
  /** Stores the projects that are measured. */
  readonly store: (host: Host, lessonsDir: string) => Promise<void>;
  readonly measure: (browser: Browser, url: string) => Promise<Figure[]>;
}

export async function withServedPage({ root, store, measure }: ServedPageOptions): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pinlab-bench-'));
  const lessonsDir = fileURLToPath(new URL('lessons/curricula/', root));
  await store(createFileHost({ dataDir, lessonsDir }), lessonsDir);
  const rendererDir = fileURLToPath(new URL('dist/renderer/', root));
  const server = await startServer({ port: 0, dataDir, rendererDir, lessonsDir });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: CHROMIUM_FLAGS });
  try {
    return await measure(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return context.newPage();
}
