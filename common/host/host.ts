/**
 * Host: what the app asks of the machine it lives in. Electron, browser and memory hosts pass host-contract.ts.
 * Everything is plain data, so that every call can cross a wall. Errors are PinlabErrors with a HostErrorCode.
 */

/** Every code, with what the app tells the person:
 * - `not-found`: the project or lesson is not there; show the list again.
 * - `invalid-argument`: a mistake of the caller, refused before anything was touched.
 * - `storage-full`: nothing was stored and the old version is untouched; free some space and save again.
 * - `storage-failed`: the folder cannot be read or written; the message names it and the reason.
 * - `not-supported`: this host cannot do it; the message says what to do instead.
 * - `unreachable`: the process behind the host does not answer; start Pinlab again or reload the page.
 * - `internal`: a bug in the host; the message carries its words.
 */
export type HostErrorCode =
  | 'not-found'
  | 'invalid-argument'
  | 'storage-full'
  | 'storage-failed'
  | 'not-supported'
  | 'unreachable'
  | 'internal';

export interface ProjectSummary {
  /** Stable id: 1 to 64 lower-case letters, digits and `-` (a UUID is one). */
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, set by the host. */
  readonly modified: number;
  /** Lesson path (`greenhouse/first-steps/first-greenhouse`) where the project belongs to a lesson. */
  readonly lesson?: string;
}

export interface Project extends ProjectSummary {
  /** File name to text: `main.py`, `diagram.json`, other modules. */
  readonly files: Readonly<Record<string, string>>;
}

export interface LessonSummary {
  /** `<curriculum>/<unit>/<lesson>`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** Title of the curriculum; the name of its folder where it has none. */
  readonly curriculum: string;
  /** Title of the unit; the name of its folder where it has none. */
  readonly unit: string;
  readonly minutes: number;
}

/** A lesson's folder as it stands: relative file name to text. */
export type LessonFiles = Readonly<Record<string, string>>;

/** One append-only record of a check run. */
export interface Attempt {
  readonly id: string;
  readonly lesson: string;
  readonly lessonVersion: string;
  readonly step: string;
  readonly check: string;
  readonly verdict: 'passed' | 'failed' | 'not-reached' | 'cannot-see';
  /** Present where nothing but the learner's own word stands behind the verdict. */
  readonly judge?: 'learner';
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Languages that the app speaks, as BCP 47 tags. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'zh-Hans', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: 'system' | Language;
  /** Project that was open last. */
  readonly lastProject?: string;
  /** Wall to virtual speed, or `max`. */
  readonly speed: number | 'max';
  readonly programView: 'blocks' | 'text' | 'split';
  /** How many blocks the palette offers. */
  readonly blockLevel: 'first-steps' | 'maker' | 'everything';
  /** Colors of the blocks; `system` asks the system whether it wants more contrast. */
  readonly blockContrast: 'system' | 'more' | 'normal';
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  speed: 1,
  programView: 'text',
  blockLevel: 'first-steps',
  blockContrast: 'system',
};

export interface PortSummary {
  readonly path: string;
  readonly name: string;
  readonly vendorId?: string;
  readonly productId?: string;
  readonly serialNumber?: string;
  /** Where it is plugged in, such as `1-4.2`; tells boards without a serial number apart. */
  readonly location?: string;
  /** Set for a virtual board of this computer (`pinlab board serve`). */
  readonly virtual?: boolean;
}

export interface Host {
  /** Newest first. */
  listProjects(): Promise<readonly ProjectSummary[]>;
  readProject(id: string): Promise<Project>;
  /** Creates or replaces atomically: after a crash the old or the new project is there, whole. Returns the stored summary. */
  saveProject(project: Omit<Project, 'modified'>): Promise<ProjectSummary>;
  deleteProject(id: string): Promise<void>;

  /** In the order in which the curricula list them. */
  listLessons(): Promise<readonly LessonSummary[]>;
  readLesson(path: string): Promise<LessonFiles>;

  appendAttempt(attempt: Attempt): Promise<void>;
  /** In the order of appending. A record that was appended twice under one id counts once. */
  listAttempts(lesson: string): Promise<readonly Attempt[]>;

  readSettings(): Promise<Settings>;
  writeSettings(settings: Settings): Promise<void>;

  listPorts(): Promise<readonly PortSummary[]>;
  /** Opens an https or mailto address in the system's browser; anything else is `invalid-argument`. */
  openExternal(url: string): Promise<void>;
  log(level: 'info' | 'warn' | 'error', message: string): Promise<void>;
}
