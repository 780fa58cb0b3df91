/**
 * A small memory that the kernel shares with the workers of one run, where
 * memory can be shared: by it a run is held and let go on, and threads that
 * block in shared memory say so, since a worker that blocks hears no message.
 *
 * A program may write here what it likes. It hurts its own run alone: the
 * kernel reads numbers and nothing else.
 */

/** What a process is doing, in the first word of its slot. */
export const doing = {
  /** Anything. */
  running: 0,
  /** Waits until the run goes on: no Go of it runs. */
  held: 1,
  /** Waits in shared memory, and is held before its Go goes on. */
  blocked: 2,
} as const;

/** Bytes: the run's words, then a slot for each process. */
const layout = {
  held: 0,
  wakes: 4,
  paused: 8,
  now: 16,
  wentOn: 24,
  untraced: 32,
  slots: 40,
} as const;
/**
 * What the first word says: the run goes on, is held, was let go and nothing of it has gone on yet, or the first that
 * goes on is putting the clock right.
 */
const run = { on: 0, held: 1, letGo: 2, settling: 3 } as const;
/** How long a worker waits at most until another has put the clock right, in ms: that one may be ended in it. */
const settledMs = 20;
const slotBytes = 32;
/** How many processes have a slot at once; a page of WebAssembly memory has room for more. */
export const slotCount = 1024;

export class Control {
  readonly words: Int32Array;
  readonly #numbers: Float64Array;

  constructor(readonly memory: WebAssembly.Memory) {
    this.words = new Int32Array(memory.buffer);
    this.#numbers = new Float64Array(memory.buffer);
  }

  /** Whether every process is to stop at its next call of the machine. */
  get held(): boolean {
    return Atomics.load(this.words, layout.held >> 2) === run.held;
  }

  /** Whether something of it had gone on since it was held before. */
  hold(): boolean {
    return Atomics.exchange(this.words, layout.held >> 2, run.held) !== run.letGo;
  }

  letGo(): void {
    Atomics.store(this.words, layout.held >> 2, run.letGo);
    Atomics.notify(this.words, layout.held >> 2);
  }

  /** Blocks this worker until the run goes on. */
  waitWhileHeld(): void {
    while (this.held) Atomics.wait(this.words, layout.held >> 2, run.held);
  }

  /**
   * To be called before a worker goes on. The first to do so after a pause was
   * woken a little after the clock went on, at now: that counts as paused too,
   * and the others wait until it has been counted.
   */
  goOn(now: () => number): void {
    const [{ words }, word] = [this, layout.held >> 2];
    if (Atomics.load(words, word) === run.on) return;
    const found = Atomics.compareExchange(words, word, run.letGo, run.settling);
    if (found === run.settling) Atomics.wait(words, word, run.settling, settledMs);
    if (found !== run.letGo) return;
    this.paused += Math.max(0, now() - this.wentOn);
    Atomics.compareExchange(words, word, run.settling, run.on); // unless it is held anew
    Atomics.notify(words, word);
  }

  /** The kernel's time at which the clock of a paused run went on. */
  get wentOn(): number {
    return this.#numbers[layout.wentOn >> 3]!;
  }

  set wentOn(at: number) {
    this.#numbers[layout.wentOn >> 3] = at;
  }

  /** Real milliseconds for which the run has been paused; written while all are held, and by the first to go on. */
  get paused(): number {
    return this.#numbers[layout.paused >> 3]!;
  }

  set paused(ms: number) {
    this.#numbers[layout.paused >> 3] = ms;
  }

  /** The virtual clock; written only while no process runs. */
  get now(): number {
    return this.#numbers[layout.now >> 3]!;
  }

  set now(ms: number) {
    this.#numbers[layout.now >> 3] = ms;
  }

  /** Threads that were woken in shared memory and have not gone on yet. */
  get wakes(): number {
    return Atomics.load(this.words, layout.wakes >> 2);
  }

  woken(count: number): void {
    Atomics.add(this.words, layout.wakes >> 2, count);
  }

  /** Whether nobody wants to know any more what the processes do. */
  get untraced(): boolean {
    return Atomics.load(this.words, layout.untraced >> 2) !== 0;
  }

  untrace(): void {
    Atomics.store(this.words, layout.untraced >> 2, 1);
  }

  slot(index: number): Slot {
    return new Slot(this.words, this.#numbers, layout.slots + index * slotBytes);
  }
}

/** What one process tells of itself. */
export class Slot {
  readonly #state: number;
  readonly #at: number;
  readonly #until: number;
  readonly #value: number;
  readonly #count: number;
  readonly #since: number;

  constructor(
    private readonly words: Int32Array,
    private readonly numbers: Float64Array,
    place: number,
  ) {
    this.#state = place >> 2;
    this.#at = this.#state + 1;
    this.#until = (place >> 3) + 1;
    this.#value = this.#state + 4;
    this.#count = this.#state + 5;
    this.#since = (place >> 3) + 3;
  }

  get state(): number {
    return Atomics.load(this.words, this.#state);
  }

  set state(state: number) {
    Atomics.store(this.words, this.#state, state);
  }

  /** The kernel's time since which no Go of it runs, while it is held. */
  get since(): number {
    return this.numbers[this.#since]!;
  }

  hold(since: number): void {
    this.numbers[this.#since] = since;
    this.state = doing.held;
  }

  /** Where in shared memory it is blocked, and until when on the run's clock (Infinity for ever). */
  get at(): number {
    return this.words[this.#at]!;
  }

  get until(): number {
    return this.numbers[this.#until]!;
  }

  /** For as long as the word there holds this it waits. */
  get value(): number {
    return this.words[this.#value]!;
  }

  /** How often it has blocked: by that one time is told from the next. */
  get count(): number {
    return this.words[this.#count]! >>> 0;
  }

  block(at: number, value: number, until: number): void {
    this.words[this.#at] = at;
    this.words[this.#value] = value;
    this.numbers[this.#until] = until;
    this.words[this.#count]! += 1;
    this.state = doing.blocked;
  }
}
