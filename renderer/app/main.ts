/** Composition root of the page: makes the host, the devices and the app, and puts them together. */

import { mount } from 'svelte';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import type { HostBridge } from '#common/host/host-call.ts';
import { findHost } from '../host/find-host.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { t } from '../i18n/t.ts';
import { AppState } from '../state/app-state.svelte.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import App from './App.svelte';
import { pageBoards } from './connect-board.ts';
import { deviceFactory } from './create-device.ts';
import { pageTimers } from './page-timers.ts';
import { requestFrame } from './request-frame.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop app. */
    readonly pinlab?: HostBridge;
  }
}

const host = findHost(window);
const { listPorts, ...boards } = await pageBoards(window);
const app = new AppState({
  host: host ?? createMemoryHost({ now: Date.now, listPorts }),
  catalog: CATALOG,
  createDevice: deviceFactory(CATALOG),
  ...boards,
  requestFrame,
  timers: pageTimers,
  createId: () => crypto.randomUUID(),
  now: Date.now,
});

window.addEventListener('error', ({ message }) => void app.services.host.log('error', message));
window.addEventListener(
  'unhandledrejection',
  ({ reason }) => void app.services.host.log('error', String(reason)),
);

const dark = window.matchMedia('(prefers-color-scheme: dark)');
app.settings.systemDark = dark.matches;
app.settings.systemLanguages = navigator.languages;
dark.addEventListener('change', () => (app.settings.systemDark = dark.matches));
const contrast = window.matchMedia('(prefers-contrast: more)');
app.settings.systemContrast = contrast.matches;
contrast.addEventListener('change', () => (app.settings.systemContrast = contrast.matches));

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app".');
mount(App, { target, props: { app } });
await app.start();
if (!host) app.toasts.show(t('app.nothingKept'), { tone: 'danger', lasts: 'never' });
