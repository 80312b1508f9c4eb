/** What has been told and waits to be written down: several incidents go on at the same time. */
import { type DemoEntry, recorded, type Told } from './teller.ts';

export class Queue {
  /** A heap: each is before the two at twice its place. What is left of each, the next one last. */
  readonly #heap: Told[][] = [];

  add(told: readonly Told[]): void {
    if (told.length === 0) return;
    this.#heap.push(told.toReversed());
    for (let index = this.#heap.length - 1; index > 0; ) {
      const above = (index - 1) >> 1;
      if (this.#timeAt(above) <= this.#timeAt(index)) return;
      this.#swap(above, index);
      index = above;
    }
  }

  /** What was written down before that moment (milliseconds since 1970), in order. */
  *before(moment: number): Generator<DemoEntry> {
    for (let first = this.#heap[0]; first && this.#timeAt(0) < moment; first = this.#heap[0]) {
      const told = first.pop();
      const last = first.length === 0;
      if (told) yield recorded(told, last);
      if (last) this.#removeFirst();
      this.#sink();
    }
  }

  #removeFirst(): void {
    const moved = this.#heap.pop();
    if (moved && this.#heap.length > 0) this.#heap[0] = moved;
  }

  #sink(): void {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const below = this.#timeAt(right) < this.#timeAt(left) ? right : left;
      if (this.#timeAt(index) <= this.#timeAt(below)) return;
      this.#swap(index, below);
      index = below;
    }
  }

  #timeAt(index: number): number {
    return this.#heap[index]?.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (!first || !second) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
