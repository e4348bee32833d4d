/** The open project: its files, its name, what its blocks and wiring say, and saving by itself. Knows no view and no device. */

import type { Host, Project, ProjectSummary } from '#common/host/host.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { Problem } from '#common/errors/problem.ts';
import type { Catalog } from '#interpreter/diagram/catalog.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { serializeDiagram } from '#interpreter/diagram/serialize.ts';
import { Autosave, type SaveStatus } from './autosave.ts';
import {
  BLOCKS_FILE,
  PROGRAM_FILE,
  blocksStanding,
  fingerprint,
  readBlocksFile,
  writeBlocksFile,
} from './blocks-file.ts';
import { DIAGRAM_FILE, type DiagramReading, readDiagram } from './diagram-file.ts';

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

  name = $state('');
  files = $state.raw<Files>({});
  saveStatus = $state<SaveStatus>('saved');
  /** Why the last save failed, in the host's words. */
  saveError = $state<string | undefined>(undefined);

  readonly program = $derived(this.files[PROGRAM_FILE] ?? '');
  readonly blocks = $derived(blocksStanding(this.program, this.files[BLOCKS_FILE]));
  /** On its own, so that editing another file leaves the diagram the same object. */
  readonly #diagramText = $derived(this.files[DIAGRAM_FILE]);
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
    this.files = project.files;
    this.#autosave = new Autosave({
      save: () => this.#save(),
      onStatus: (status, error) => {
        this.saveStatus = status;
        this.saveError = error instanceof Error ? error.message : undefined;
      },
    });
  }

  /** Python files only: what a device is loaded with. */
  get programFiles(): Files {
    return Object.fromEntries(Object.entries(this.files).filter(([name]) => name.endsWith('.py')));
  }

  setFile(name: string, text: string): void {
    if (this.files[name] === text) return;
    this.files = { ...this.files, [name]: text };
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

  /** The block editor changed: both files change together. */
  setBlocks(workspace: string, python: string): void {
    const replacedText = readBlocksFile(this.files[BLOCKS_FILE])?.replacedText;
    this.#write({
      [PROGRAM_FILE]: python,
      [BLOCKS_FILE]: writeBlocksFile({ python: fingerprint(python), workspace, replacedText }),
    });
  }

  /** Goes back to the blocks although the text is ahead. The text that is replaced is kept beside them. */
  returnToBlocks(workspace: string, python: string): void {
    const replacedText = this.program;
    this.#write({
      [PROGRAM_FILE]: python,
      [BLOCKS_FILE]: writeBlocksFile({ python: fingerprint(python), workspace, replacedText }),
    });
  }

  /** Begins again with no blocks. The text that is replaced is kept beside them. */
  startBlocks(): void {
    this.returnToBlocks('{}', '');
  }

  /** Brings back the text that `returnToBlocks` replaced. The blocks are kept and fall behind again. */
  bringBackText(): void {
    const blocks = readBlocksFile(this.files[BLOCKS_FILE]);
    if (blocks?.replacedText === undefined) return;
    const { replacedText, ...rest } = blocks;
    this.#write({ [PROGRAM_FILE]: replacedText, [BLOCKS_FILE]: writeBlocksFile(rest) });
  }

  /** Resolves when everything is stored, or has failed and says so in `saveStatus`. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  dispose(): void {
    this.#autosave.dispose();
  }

  /** Puts other files in the place of all files. */
  replaceFiles(files: Files): void {
    this.files = files;
    this.#autosave.touch();
  }

  #write(changes: Files): void {
    this.files = { ...this.files, ...changes };
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
