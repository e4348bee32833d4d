/** Short messages at the edge of the window, with at most one action such as Undo. */

export interface Toast {
  readonly id: number;
  readonly tone: 'neutral' | 'success' | 'danger';
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
}

export interface ToastOptions {
  readonly tone?: Toast['tone'];
  readonly action?: Toast['action'];
  /** Milliseconds; `never` keeps it until it is dismissed. Called when it goes away unused. */
  readonly lasts?: number | 'never';
  readonly onExpire?: () => void;
}

interface Pending {
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  readonly onExpire: (() => void) | undefined;
}

export class Toasts {
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  list = $state.raw<readonly Toast[]>([]);

  show(text: string, { tone = 'neutral', action, lasts = 6000, onExpire }: ToastOptions = {}): number {
    const id = this.#nextId++;
    const timer = lasts === 'never' ? undefined : setTimeout(() => this.dismiss(id), lasts);
    this.#pending.set(id, { timer, onExpire });
    this.list = [...this.list, { id, tone, text, ...(action ? { action } : {}) }];
    return id;
  }

  /** The learner took the offered action. */
  act(id: number): void {
    const toast = this.list.find((candidate) => candidate.id === id);
    this.#remove(id);
    toast?.action?.run();
  }

  /** Time is up or the learner closed it: what was announced becomes final. */
  dismiss(id: number): void {
    this.#remove(id)?.onExpire?.();
  }

  /** Makes everything that was announced final. */
  settle(): void {
    for (const id of [...this.#pending.keys()]) this.dismiss(id);
  }

  #remove(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    if (pending?.timer !== undefined) clearTimeout(pending.timer);
    this.#pending.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
    return pending;
  }
}
