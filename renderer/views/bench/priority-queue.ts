/** A binary heap of numbered states: the cheapest comes out first, of equally cheap ones the earliest. */

interface Entry {
  readonly state: number;
  readonly cost: number;
  readonly order: number;
}

export class PriorityQueue {
  readonly #heap: Entry[] = [];
  #pushed = 0;

  push(state: number, cost: number): void {
    const entry = { state, cost, order: this.#pushed };
    this.#pushed += 1;
    let index = this.#heap.length;
    this.#heap.push(entry);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#heap[above];
      if (!parent || !before(entry, parent)) break;
      this.#heap[index] = parent;
      index = above;
    }
    this.#heap[index] = entry;
  }

  /** The cheapest state, or undefined where none is left. */
  pop(): number | undefined {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (top && last && this.#heap.length > 0) this.#sink(last);
    return top?.state;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const [a, b] = [heap[left], heap[right]];
      const child = a && b && before(b, a) ? right : left;
      const least = heap[child];
      if (!least || !before(least, entry)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = entry;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.order < b.order);
}
