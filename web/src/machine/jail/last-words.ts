const newline = 10;
const maxLine = 500;
/** How Go begins to tell why it ends a program. */
const mark = /^(panic|fatal error): ./;

/** Listens to a standard error for what Go's runtime says of the end of its program. */
export class LastWords {
  #line: number[] = [];
  #found = "";

  hear(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === newline) this.#finish();
      else if (this.#line.length < maxLine) this.#line.push(byte);
    }
  }

  /** The first line of the last panic or fatal error; "" where there was none. */
  get text(): string {
    return this.#found;
  }

  #finish(): void {
    const line = new TextDecoder().decode(Uint8Array.from(this.#line));
    this.#line = [];
    if (mark.test(line)) this.#found = line;
  }
}
