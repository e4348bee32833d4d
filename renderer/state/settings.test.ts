import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Host } from '#common/host/host.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { direction, t, useLanguage } from '../i18n/t.ts';
import { SettingsState } from './settings.svelte.ts';

function open(host: Host, systemLanguages: readonly string[]): SettingsState {
  const settings = new SettingsState(host);
  settings.systemLanguages = systemLanguages;
  return settings;
}

afterEach(() => useLanguage('en'));

describe('the language', () => {
  it('is the system’s where nothing else was chosen, and in force when the settings are loaded', async () => {
    const settings = open(createMemoryHost(), ['ar-EG', 'en']);
    await settings.load();
    expect([settings.language, direction()]).toEqual(['ar', 'rtl']);
  });

  it('can be chosen, is in force at once and is stored', async () => {
    const host = createMemoryHost({ settings: { ...DEFAULT_SETTINGS, speed: 5 } });
    const settings = open(host, ['en']);
    await settings.load();
    await settings.changeLanguage('de');
    expect([settings.language, t('toolbar.stop')]).toEqual(['de', 'Stopp']);
    expect(await host.readSettings()).toEqual({ ...DEFAULT_SETTINGS, speed: 5, language: 'de' });
  });
});
