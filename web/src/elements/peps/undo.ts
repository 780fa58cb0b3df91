// Steps back and forth through what the reader did.

const longest = 200;

/** A line of states, one of them the present. */
export class Undo<T> {
  #states: T[];
  #now = 0;

  constructor(first: T) {
    this.#states = [first];
  }

  get now(): T {
    return this.#states[this.#now]!;
  }

  get canUndo(): boolean {
    return this.#now > 0;
  }

  get canRedo(): boolean {
    return this.#now < this.#states.length - 1;
  }

  /** Goes on to a state; what had been undone is given up. */
  do(state: T): void {
    this.#states = [...this.#states.slice(0, this.#now + 1), state].slice(-longest);
    this.#now = this.#states.length - 1;
  }

  /** Puts a state in the place of the present one: no step of its own. */
  amend(state: T): void {
    this.#states[this.#now] = state;
  }

  /** The state before, which is the present then; null at the beginning. */
  undo(): T | null {
    return this.canUndo ? this.#states[--this.#now]! : null;
  }

  redo(): T | null {
    return this.canRedo ? this.#states[++this.#now]! : null;
  }
}
