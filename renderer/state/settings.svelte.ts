/** The learner's settings: read once, written through on every change. A failed write keeps the setting for this session. */

import { DEFAULT_SETTINGS, type Host, type Settings } from '#common/host/host.ts';

export class SettingsState {
  readonly #host: Pick<Host, 'readSettings' | 'writeSettings' | 'log'>;
  #writing: Promise<void> = Promise.resolve();
  current = $state.raw<Settings>(DEFAULT_SETTINGS);
  /** What the system asks for, told by the composition root. */
  systemDark = $state(false);
  readonly theme = $derived<'light' | 'dark'>(
    this.current.theme === 'system' ? (this.systemDark ? 'dark' : 'light') : this.current.theme,
  );

  constructor(host: Pick<Host, 'readSettings' | 'writeSettings' | 'log'>) {
    this.#host = host;
  }

  async load(): Promise<void> {
    try {
      this.current = { ...DEFAULT_SETTINGS, ...(await this.#host.readSettings()) };
    } catch (error) {
      await this.#host.log('warn', `Settings could not be read, defaults are used: ${String(error)}`);
    }
  }

  /** Changes settings now and stores them after the writes before it. Resolves when stored or given up. */
  change(values: Partial<Settings>): Promise<void> {
    this.current = { ...this.current, ...values };
    const snapshot = this.current;
    this.#writing = this.#writing
      .then(() => this.#host.writeSettings(snapshot))
      .catch((error: unknown) => this.#host.log('warn', `Settings could not be stored: ${String(error)}`));
    return this.#writing;
  }
}
