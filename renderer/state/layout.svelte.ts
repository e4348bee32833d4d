/** Widths and visibility of the columns, for this session. Knows numbers only. */

export type Pane = 'lesson' | 'bench';
/** What is shown below the bench. */
export type BottomTab = 'console' | 'plotter' | 'terminal' | 'files';

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Shares of the window's width, percent. */
const LIMITS: Readonly<Record<Pane | 'console', Limits>> = {
  lesson: { min: 16, max: 36 },
  bench: { min: 24, max: 52 },
  console: { min: 15, max: 75 },
};

export class Layout {
  lessonOpen = $state(true);
  /** Percent of the window's width. */
  lesson = $state(23);
  /** Percent of the window's width. */
  bench = $state(38);
  /** Percent of the right column's height. */
  console = $state(30);

  bottomTab = $state<BottomTab>('console');
  /** Lines of a board's prompt are put where a screen reader finds them. */
  readsOut = $state(false);
  /** The list of devices is shown. */
  devicesOpen = $state(false);

  limits(which: keyof typeof LIMITS): Limits {
    return LIMITS[which];
  }

  resize(which: keyof typeof LIMITS, value: number): void {
    const { min, max } = LIMITS[which];
    this[which] = Math.min(max, Math.max(min, value));
  }

  setReadsOut(readsOut: boolean): void {
    this.readsOut = readsOut;
  }

  showBottom(tab: BottomTab): void {
    this.bottomTab = tab;
  }

  showDevices(open: boolean): void {
    this.devicesOpen = open;
  }

  toggleLesson(): void {
    this.lessonOpen = !this.lessonOpen;
  }
}
