/** The points of one curve: a ring that forgets the oldest. Times never go back. Knows no names and no drawing. */

/** Points with `null` where the curve is interrupted. */
export interface PlotPoints {
  /** Seconds, ascending. */
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

const FIRST_ROOM = 256;

export class PlotSeries {
  readonly #capacity: number;
  #times = new Float64Array(FIRST_ROOM);
  #values = new Float64Array(FIRST_ROOM);
  #start = 0;
  #length = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#length;
  }

  /** Seconds; undefined while there is no point. */
  get firstTime(): number | undefined {
    return this.#length > 0 ? this.time(0) : undefined;
  }

  get lastTime(): number | undefined {
    return this.#length > 0 ? this.time(this.#length - 1) : undefined;
  }

  /** NaN is a gap. */
  push(time: number, value: number): void {
    if (this.#length === this.#times.length && this.#length < this.#capacity) this.#grow();
    const room = this.#times.length;
    const place = (this.#start + this.#length) % room;
    this.#times[place] = Math.max(time, this.lastTime ?? time);
    this.#values[place] = value;
    if (this.#length < room) this.#length++;
    else this.#start = (this.#start + 1) % room;
  }

  /** Of the point `index`, 0 being the oldest. */
  time(index: number): number {
    return this.#times[(this.#start + index) % this.#times.length] ?? NaN;
  }

  value(index: number): number {
    return this.#values[(this.#start + index) % this.#values.length] ?? NaN;
  }

  /** How many points are before `time`. */
  countBefore(time: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.time(middle) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The value in force at `time`: that of the last point up to there. */
  valueAt(time: number): number | undefined {
    const count = this.#countThrough(time);
    return count === 0 ? undefined : this.value(count - 1);
  }

  /**
   * What is worth drawing between two times, and the neighbors outside so that the curve reaches the edges: all points, or,
   * where there are many, the first, lowest, highest and last of each of so many slices. Slices lie at multiples of their
   * width, so that a curve that moves on keeps its shape.
   */
  points(from: number, to: number, slices: number): PlotPoints {
    const begin = Math.max(0, this.countBefore(from) - 1);
    const end = Math.min(this.#length, this.#countThrough(to) + 1);
    const picked =
      end - begin <= slices * 4 ? range(begin, end) : this.#thin(begin, end, (to - from) / slices);
    return this.#gather(picked);
  }

  /** The last `count` points up to a time. */
  newest(to: number, count: number): PlotPoints {
    const end = this.#countThrough(to);
    return this.#gather(range(Math.max(0, end - count), end));
  }

  #gather(picked: readonly number[]): PlotPoints {
    return {
      times: picked.map((index) => this.time(index)),
      values: picked.map((index) => (Number.isNaN(this.value(index)) ? null : this.value(index))),
    };
  }

  #thin(begin: number, end: number, width: number): readonly number[] {
    const picked: number[] = [];
    let index = begin;
    while (index < end) {
      const slice = Math.floor(this.time(index) / width);
      let after = index + 1;
      while (after < end && Math.floor(this.time(after) / width) === slice) after++;
      picked.push(...this.#pick(index, after));
      index = after;
    }
    return picked;
  }

  /** In order and without repetition; a gap stays one. */
  #pick(begin: number, end: number): readonly number[] {
    let low = begin;
    let high = begin;
    let gap: number | undefined;
    for (let i = begin; i < end; i++) {
      if (Number.isNaN(this.value(i))) gap = i;
      if (!(this.value(low) <= this.value(i))) low = i;
      if (!(this.value(high) >= this.value(i))) high = i;
    }
    const wanted = [begin, low, high, end - 1, ...(gap === undefined ? [] : [gap])];
    return [...new Set(wanted)].sort((a, b) => a - b);
  }

  /** How many points are at `time` or before. */
  #countThrough(time: number): number {
    let count = this.countBefore(time);
    while (count < this.#length && this.time(count) === time) count++;
    return count;
  }

  #grow(): void {
    const room = Math.min(this.#times.length * 2, this.#capacity);
    this.#times = enlarge(this.#times, room);
    this.#values = enlarge(this.#values, room);
  }
}

/** Only while nothing was forgotten yet: the oldest is in front. */
function enlarge(old: Float64Array, room: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(room);
  larger.set(old);
  return larger;
}

function range(begin: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - begin) }, (_, index) => begin + index);
}

/** One row of times for several curves; undefined where a curve has no point, null where it is interrupted. */
export interface AlignedPoints {
  readonly times: readonly number[];
  readonly values: readonly (readonly (number | null | undefined)[])[];
}

export function alignPoints(curves: readonly PlotPoints[]): AlignedPoints {
  const times = [...new Set(curves.flatMap((curve) => curve.times))].sort((a, b) => a - b);
  const places = new Map(times.map((time, place) => [time, place]));
  const values = curves.map((curve) => {
    const row: (number | null | undefined)[] = new Array<undefined>(times.length).fill(undefined);
    curve.times.forEach((time, index) => (row[places.get(time) ?? 0] = curve.values[index]));
    return row;
  });
  return { times, values };
}
