/** The open project: its files, its name, what its wiring says, and saving by itself. Knows no view and no device. */

import type { Host, Project, ProjectSummary } from '#common/host/host.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Problem } from '#common/errors/problem.ts';
import type { Catalog } from '#interpreter/diagram/catalog.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { serializeDiagram } from '#interpreter/diagram/serialize.ts';
import { Autosave, type SaveStatus } from './autosave.ts';
import {
  BLOCKS_FILE,
  BREAKPOINTS_FILE,
  PROGRAM_FILE,
  readBreakpoints,
  readDrafts,
  writeBreakpoints,
  writeDrafts,
} from './blocks-file.ts';
import { DIAGRAM_FILE, type DiagramReading, readDiagram } from './diagram-file.ts';
import { type ProgramContent, ProgramDocument } from './program-document.svelte.ts';

type Files = Readonly<Record<string, string>>;

export interface WorkspaceOptions {
  readonly host: Pick<Host, 'saveProject' | 'log'>;
  readonly catalog: Catalog;
  readonly onSaved?: (summary: ProjectSummary) => void;
}

export class Workspace implements Disposable {
  readonly id: string;
  /** Lesson path, where the project belongs to a lesson. */
  readonly lesson: string | undefined;
  readonly #options: WorkspaceOptions;
  readonly #autosave: Autosave;

  readonly document: ProgramDocument;

  name = $state('');
  /** As they were opened, and as they were set since; the program's own files are behind `document`. */
  #stored = $state.raw<Files>({});
  saveStatus = $state<SaveStatus>('saved');
  /** Why the last save failed, in the host's words. */
  saveError = $state<string | undefined>(undefined);

  readonly program = $derived.by(() => this.document.fileText);
  readonly files: Files = $derived.by(() => filesOf(this.#stored, this.document));
  /** On its own, so that editing another file leaves the diagram the same object. */
  readonly #diagramText = $derived(this.#stored[DIAGRAM_FILE]);
  readonly #reading: DiagramReading = $derived.by(() =>
    readDiagram(this.#diagramText, this.#options.catalog),
  );
  /** Undefined while diagram.json has errors. */
  readonly diagram: Diagram | undefined = $derived(this.#reading.diagram);
  readonly diagramProblems: readonly Problem[] = $derived(this.#reading.problems);

  constructor(project: Project, options: WorkspaceOptions) {
    this.id = project.id;
    this.lesson = project.lesson;
    this.#options = options;
    this.name = project.name;
    this.#stored = project.files;
    this.document = new ProgramDocument(contentOf(project.files));
    this.#autosave = new Autosave({
      save: () => this.#save(),
      onStatus: (status, error) => {
        this.saveStatus = status;
        this.saveError = error instanceof Error ? error.message : undefined;
      },
    });
    this.document.didChange(() => this.#autosave.touch());
  }

  /** Python files only: what a device is loaded with. */
  get programFiles(): Files {
    return Object.fromEntries(Object.entries(this.files).filter(([name]) => name.endsWith('.py')));
  }

  setFile(name: string, text: string): void {
    if (name === PROGRAM_FILE) {
      this.document.setText(text);
      return;
    }
    if (this.#stored[name] === text) return;
    this.#stored = { ...this.#stored, [name]: text };
    this.#autosave.touch();
  }

  /** An empty or unchanged name is ignored. */
  rename(name: string): void {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed === this.name) return;
    this.name = trimmed;
    this.#autosave.touch();
  }

  setDiagram(diagram: Diagram): void {
    this.setFile(DIAGRAM_FILE, serializeDiagram(diagram));
  }

  /** Resolves when everything is stored, or has failed and says so in `saveStatus`. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  dispose(): void {
    this.#autosave.dispose();
    this.document.dispose();
  }

  /** Puts other files in the place of all files. Undo in the program brings its text back, too. */
  replaceFiles(files: Files): void {
    this.#stored = files;
    this.document.replace(contentOf(files));
    this.#autosave.touch();
  }

  async #save(): Promise<void> {
    const { id, name, lesson, files } = this;
    try {
      const summary = await this.#options.host.saveProject({
        id,
        name,
        files,
        ...(lesson ? { lesson } : {}),
      });
      this.#options.onSaved?.(summary);
    } catch (error) {
      await this.#options.host.log('error', `Project ${id} could not be saved: ${String(error)}`);
      throw error;
    }
  }
}

function contentOf(files: Files): ProgramContent {
  return {
    text: files[PROGRAM_FILE] ?? '',
    drafts: readDrafts(files[BLOCKS_FILE]),
    breakpoints: readBreakpoints(files[BREAKPOINTS_FILE]),
  };
}

/** A file that says what the document says stays as it was opened, even a damaged one; where nothing is left to say it goes. */
function filesOf(stored: Files, { fileText, drafts, breakpoints }: ProgramDocument): Files {
  const files = { ...stored };
  const put = (name: string, text: string | undefined): void => {
    if (text === undefined) delete files[name];
    else files[name] = text;
  };
  if (fileText !== (stored[PROGRAM_FILE] ?? '')) put(PROGRAM_FILE, fileText);
  if (drafts !== readDrafts(stored[BLOCKS_FILE])) put(BLOCKS_FILE, writeDrafts(drafts));
  if (String(breakpoints) !== String(readBreakpoints(stored[BREAKPOINTS_FILE])))
    put(BREAKPOINTS_FILE, writeBreakpoints(breakpoints));
  return files;
}
