/**
 * The boards on this computer: a live list of ports, the one board that is connected, and whether programs run on it or on
 * the simulated board. One for the whole app. Knows no project and no view.
 */

import type { PortSummary } from '#common/host/host.ts';
import { isSamePort } from '#common/host/port-match.ts';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { BoardSession } from './board-session.svelte.ts';
import { mayBeBoard } from './port-kinds.ts';
import type { Services } from './services.ts';

/** Milliseconds from one look at the ports to the next. */
const PACE = 1000;

/** A port as the picker shows it. */
export interface PortChoice {
  readonly port: PortSummary;
  /** Of the board, once it has told it. */
  readonly name: string;
  readonly isBoard: boolean;
  /** True where it was there, is wanted, and is gone. */
  readonly isMissing: boolean;
  /** Present where it is connected, or was. */
  readonly session?: BoardSession;
}

export class Boards implements Disposable {
  readonly #services: Pick<Services, 'host' | 'connectBoard' | 'timers'>;
  readonly #target = new Emitter<BoardSession | undefined>();
  #watchers = 0;
  #isVisible = true;
  #timer: Disposable | undefined;
  #looking: Promise<void> | undefined;
  #isDisposed = false;

  ports = $state.raw<readonly PortSummary[]>([]);
  /** False until the first look has ended. */
  hasLooked = $state(false);
  /** Why the ports could not be listed last time. */
  listError = $state.raw<string | undefined>(undefined);
  /** The board that was chosen last and not disconnected since. Its files and its prompt are there whatever runs where. */
  current = $state.raw<BoardSession | undefined>(undefined);
  /** The board that Run and Stop mean; undefined for the simulated one. */
  target = $state.raw<BoardSession | undefined>(undefined);

  /** Boards first, then other ports. */
  readonly choices: readonly PortChoice[] = $derived(choicesOf(this.ports, this.current));

  /** The target has changed. */
  readonly onTarget = this.#target.event;

  constructor(services: Pick<Services, 'host' | 'connectBoard' | 'timers'>) {
    this.#services = services;
  }

  /** Whether boards can be connected at all from here. */
  get isSupported(): boolean {
    return this.#services.connectBoard !== undefined;
  }

  /** Keeps the list up to date until disposed; it is anyway while a board is chosen. */
  watch(): Disposable {
    this.#watchers++;
    void this.look();
    let isOver = false;
    return toDisposable(() => {
      if (!isOver) this.#watchers--;
      isOver = true;
    });
  }

  /** A page that nobody sees looks at no ports. */
  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible && this.#isWanted) void this.look();
  }

  /** Looks at the ports now. */
  look(): Promise<void> {
    this.#looking ??= this.#list().finally(() => {
      this.#looking = undefined;
      this.#lookLater();
    });
    return this.#looking;
  }

  /** Makes a board the target and connects it. Another board is disconnected. Answers whether it is connected. */
  async choose(port: PortSummary): Promise<boolean> {
    const { connectBoard } = this.#services;
    if (!connectBoard) return false;
    if (!this.current || !isSamePort(port, this.current.port)) {
      this.disconnect();
      this.current = new BoardSession(port, connectBoard(port));
    }
    this.#aim(this.current);
    this.#lookLater();
    return this.current.connect();
  }

  /** Programs run on the simulated board; the board on the cable stays connected. */
  chooseSimulated(): void {
    this.#aim(undefined);
  }

  disconnect(): void {
    const { current } = this;
    if (!current) return;
    this.#aim(undefined);
    this.current = undefined;
    current.dispose();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#timer?.dispose();
    this.disconnect();
    this.#target.dispose();
  }

  get #isWanted(): boolean {
    return !this.#isDisposed && this.#isVisible && (this.#watchers > 0 || this.current !== undefined);
  }

  #aim(target: BoardSession | undefined): void {
    if (this.target === target) return;
    this.target = target;
    this.#target.fire(target);
  }

  async #list(): Promise<void> {
    this.#timer?.dispose();
    this.#timer = undefined;
    try {
      const ports = await this.#services.host.listPorts();
      // The same list again draws nothing anew.
      if (JSON.stringify(ports) !== JSON.stringify(this.ports)) this.ports = ports;
      this.listError = undefined;
    } catch (error) {
      this.listError = error instanceof Error ? error.message : String(error);
    }
    this.hasLooked = true;
  }

  #lookLater(): void {
    if (!this.#isWanted || this.#looking) return;
    this.#timer ??= this.#services.timers.after(PACE, () => {
      this.#timer = undefined;
      if (this.#isWanted) void this.look();
    });
  }
}

function choicesOf(ports: readonly PortSummary[], session: BoardSession | undefined): readonly PortChoice[] {
  const isOfSession = (port: PortSummary): boolean => session !== undefined && isSamePort(port, session.port);
  const choices = ports.map((port): PortChoice => {
    const base = { port, name: port.name, isBoard: mayBeBoard(port), isMissing: false };
    return session && isOfSession(port) ? { ...base, session, name: session.name } : base;
  });
  if (session && !ports.some(isOfSession))
    choices.unshift({ port: session.port, name: session.name, isBoard: true, isMissing: true, session });
  return [...choices.filter(({ isBoard }) => isBoard), ...choices.filter(({ isBoard }) => !isBoard)];
}
