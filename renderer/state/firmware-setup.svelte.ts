/**
 * Installing MicroPython, step by step: a file, a board that it can go to, and how far it is. One for the whole app. Knows the installer,
 * no wall and no view.
 */

import type { PortSummary } from '#common/host/host.ts';
import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import {
  type FirmwareFile,
  type FirmwareInstaller,
  type FirmwareProgress,
  type FirmwareReport,
  type FirmwareTarget,
  firmwareError,
} from '#interpreter/device/firmware.ts';
import type { Boards } from './boards.svelte.ts';
import { describeFault, type Fault } from './fault.ts';
import { mayBeBoard } from './port-kinds.ts';
import type { Services } from './services.ts';

/** Milliseconds from one look for boards to the next. */
const PACE = 1000;

/** Bytes. No board takes more, and no wall has to carry it. */
const LARGEST = 32 * 1024 * 1024;

/** What a page's own File has of what is needed here. */
interface LocalFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface Chosen {
  readonly file: FirmwareFile;
  readonly bytes: Uint8Array;
}

interface TargetChoice {
  readonly target: FirmwareTarget;
  /** False where the file is for another chip. */
  readonly fits: boolean;
}

export type FirmwarePhase =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'installing'; readonly progress: FirmwareProgress; readonly isCancelled: boolean }
  | { readonly kind: 'done'; readonly report: FirmwareReport };

const BEGINNING: FirmwareProgress = { step: 'connecting', done: 0, total: 0 };

export class FirmwareSetup {
  readonly #services: Pick<Services, 'firmware' | 'timers'>;
  readonly #boards: Boards;
  /** What lives while it is open. */
  #open: DisposableStore | undefined;
  #timer: Disposable | undefined;
  #reading = 0;
  #portsBefore: ReadonlySet<string> = new Set();
  #picked = $state<string | undefined>(undefined);
  #targets = $state.raw<readonly FirmwareTarget[]>([]);

  isOpen = $state(false);
  chosen = $state.raw<Chosen | undefined>(undefined);
  isReading = $state(false);
  /** Why the file cannot be used. */
  fileFault = $state.raw<Fault | undefined>(undefined);
  /** False until the first look for boards has ended. */
  hasLooked = $state(false);
  targetsFault = $state.raw<Fault | undefined>(undefined);
  erase = $state(false);
  phase = $state.raw<FirmwarePhase>({ kind: 'choosing' });
  /** Why nothing was installed last time. */
  fault = $state.raw<Fault | undefined>(undefined);

  readonly file = $derived(this.chosen?.file);
  /** Those that take this kind of file; all while there is no file. */
  readonly choices: readonly TargetChoice[] = $derived(choicesOf(this.#targets, this.file));
  /** The one that was picked, else the only one that fits. */
  readonly target: FirmwareTarget | undefined = $derived(targetOf(this.choices, this.#picked));
  readonly canInstall = $derived(
    this.phase.kind === 'choosing' &&
      this.target !== undefined &&
      this.file !== undefined &&
      this.file.chips.length > 0,
  );
  /** Where the board is that MicroPython was installed on. */
  readonly port: PortSummary | undefined = $derived(
    this.phase.kind === 'done' ? this.#findPort() : undefined,
  );

  constructor(services: Pick<Services, 'firmware' | 'timers'>, boards: Boards) {
    this.#services = services;
    this.#boards = boards;
  }

  /** Whether anything can be installed from here. */
  get isSupported(): boolean {
    return this.#services.firmware !== undefined;
  }

  open(): void {
    const { firmware } = this.#services;
    if (this.#open || !firmware) return;
    this.isOpen = true;
    this.#open = new DisposableStore();
    this.#open.add(this.#boards.watch());
    this.#open.add(firmware.onProgress((progress) => this.#follow(progress)));
    this.again();
  }

  /** Stays open while something is being installed. */
  close(): void {
    if (this.phase.kind === 'installing') return;
    this.isOpen = false;
    this.#timer?.dispose();
    this.#timer = undefined;
    this.#open?.dispose();
    this.#open = undefined;
    this.hasLooked = false;
  }

  /** Back to the choice, with the same file: for the next board. */
  again(): void {
    this.phase = { kind: 'choosing' };
    this.fault = undefined;
    this.#picked = undefined;
    this.erase = false;
    void this.#look();
  }

  async choose(local: LocalFile): Promise<void> {
    const { firmware } = this.#services;
    if (!firmware || this.phase.kind !== 'choosing') return;
    const reading = ++this.#reading;
    this.isReading = true;
    this.fileFault = this.fault = this.chosen = undefined;
    try {
      const chosen = await read(local, firmware);
      if (reading === this.#reading) this.chosen = chosen;
    } catch (error) {
      if (reading === this.#reading) this.fileFault = describeFault(error);
    }
    if (reading === this.#reading) this.isReading = false;
  }

  pick(id: string): void {
    this.#picked = id;
  }

  async install(): Promise<void> {
    const { firmware } = this.#services;
    const { target, chosen } = this;
    if (!firmware || !target || !chosen || !this.canInstall) return;
    this.fault = undefined;
    this.phase = { kind: 'installing', progress: BEGINNING, isCancelled: false };
    this.#portsBefore = new Set(this.#boards.ports.map(({ path }) => path));
    // What this page holds itself would be found busy.
    if (this.#boards.current?.port.path === target.place) this.#boards.disconnect();
    try {
      const { bytes, file } = chosen;
      const erase = target.kind === 'esp' && this.erase;
      const report = await firmware.install(target.id, bytes, file.name, { erase });
      this.phase = { kind: 'done', report };
      void this.#boards.look();
    } catch (error) {
      this.phase = { kind: 'choosing' };
      this.fault = describeFault(error);
      void this.#look();
    }
  }

  cancel(): void {
    if (this.phase.kind !== 'installing') return;
    this.phase = { ...this.phase, isCancelled: true };
    this.#services.firmware?.cancel();
  }

  /** Connects to the board that has MicroPython now. */
  connect(): void {
    const { port } = this;
    if (!port) return;
    this.close();
    void this.#boards.choose(port);
  }

  #follow(progress: FirmwareProgress): void {
    if (this.phase.kind === 'installing') this.phase = { ...this.phase, progress };
  }

  #findPort(): PortSummary | undefined {
    const { phase } = this;
    if (phase.kind !== 'done') return undefined;
    const { port } = phase.report;
    const { ports } = this.#boards;
    if (port !== undefined) return ports.find(({ path }) => path === port) ?? { path: port, name: port };
    return ports.find((candidate) => mayBeBoard(candidate) && !this.#portsBefore.has(candidate.path));
  }

  /** Looks for boards now, and again and again while somebody chooses. */
  async #look(): Promise<void> {
    const { firmware } = this.#services;
    const opened = this.#open;
    if (!firmware || !opened) return;
    this.#timer?.dispose();
    this.#timer = undefined;
    try {
      const targets = await firmware.targets();
      if (this.#open !== opened) return;
      // The same list again draws nothing anew.
      if (JSON.stringify(targets) !== JSON.stringify(this.#targets)) this.#targets = targets;
      this.targetsFault = undefined;
    } catch (error) {
      if (this.#open !== opened) return;
      this.targetsFault = describeFault(error);
    }
    this.hasLooked = true;
    if (this.phase.kind === 'choosing') this.#lookLater();
  }

  #lookLater(): void {
    this.#timer?.dispose();
    this.#timer = this.#services.timers.after(PACE, () => void this.#look());
  }
}

async function read(local: LocalFile, firmware: FirmwareInstaller): Promise<Chosen> {
  if (local.size > LARGEST) throw firmwareError('not-firmware');
  const bytes = new Uint8Array(await local.arrayBuffer());
  return { bytes, file: await firmware.inspect(bytes, local.name) };
}

function choicesOf(
  targets: readonly FirmwareTarget[],
  file: FirmwareFile | undefined,
): readonly TargetChoice[] {
  if (!file) return targets.map((target) => ({ target, fits: true }));
  return targets
    .filter(({ kind }) => kind === file.kind)
    .map((target) => ({
      target,
      fits: target.chips.length === 0 || target.chips.some((chip) => file.chips.includes(chip)),
    }));
}

function targetOf(choices: readonly TargetChoice[], picked: string | undefined): FirmwareTarget | undefined {
  const fitting = choices.filter(({ fits }) => fits);
  const wanted = fitting.find(({ target }) => target.id === picked);
  return (wanted ?? (fitting.length === 1 ? fitting[0] : undefined))?.target;
}
