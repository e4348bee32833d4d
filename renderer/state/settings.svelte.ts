/** The learner's settings: read once, written through on every change. A failed write keeps the setting for this session. */

import { DEFAULT_SETTINGS, type Host, type Language, type Settings } from '#common/host/host.ts';
import { bestLanguage } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/t.ts';

export class SettingsState {
  readonly #host: Pick<Host, 'readSettings' | 'writeSettings' | 'log'>;
  #writing: Promise<void> = Promise.resolve();
  current = $state.raw<Settings>(DEFAULT_SETTINGS);
  /** What the system asks for, told by the composition root. */
  systemDark = $state(false);
  systemContrast = $state(false);
  /** What the system speaks, best first; told by the composition root before `load`. */
  systemLanguages: readonly string[] = [];
  /** The language in force. Texts are not reactive: the page is drawn anew where this changes. */
  language = $state<Language>('en');
  readonly theme = $derived<'light' | 'dark'>(
    this.current.theme === 'system' ? (this.systemDark ? 'dark' : 'light') : this.current.theme,
  );
  /** Whether blocks are drawn with strong contrast. */
  readonly blockContrast = $derived(
    this.current.blockContrast === 'system' ? this.systemContrast : this.current.blockContrast === 'more',
  );

  constructor(host: Pick<Host, 'readSettings' | 'writeSettings' | 'log'>) {
    this.#host = host;
  }

  /** Resolves when the language of the settings is in force, so that the first screen is drawn in it. */
  async load(): Promise<void> {
    try {
      this.current = { ...DEFAULT_SETTINGS, ...(await this.#host.readSettings()) };
    } catch (error) {
      await this.#host.log('warn', `Settings could not be read, defaults are used: ${String(error)}`);
    }
    await this.#speak(this.current.language);
  }

  /** Changes settings now and stores them after the writes before it. Resolves when stored or given up. */
  change(values: Partial<Omit<Settings, 'language'>>): Promise<void> {
    return this.#store(values);
  }

  /** Fetches the language's tables, then changes to it. The old one stays where they cannot be fetched. */
  async changeLanguage(language: Settings['language']): Promise<void> {
    if (await this.#speak(language)) await this.#store({ language });
  }

  #store(values: Partial<Settings>): Promise<void> {
    this.current = { ...this.current, ...values };
    const snapshot = this.current;
    this.#writing = this.#writing
      .then(() => this.#host.writeSettings(snapshot))
      .catch((error: unknown) => this.#host.log('warn', `Settings could not be stored: ${String(error)}`));
    return this.#writing;
  }

  /** True when the language is in force. */
  async #speak(choice: Settings['language']): Promise<boolean> {
    const language = choice === 'system' ? bestLanguage(this.systemLanguages) : choice;
    try {
      await useLanguage(language);
      this.language = language;
      return true;
    } catch (error) {
      await this.#host.log('warn', `The texts in ${language} could not be loaded: ${String(error)}`);
      return false;
    }
  }
}
