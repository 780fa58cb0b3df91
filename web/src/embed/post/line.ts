import { fromFrame, version, type Ask, type Told } from "../protocol";

interface Question {
  resolve(value: unknown): void;
  reject(why: Error): void;
}

/** The post's end of the line to one frame. What is asked before the frame has said hello waits. */
export class Line {
  /** Whether the frame has said hello. */
  #ready = false;
  #asked = 0;
  #waiting: Ask[] = [];
  #open = new Map<number, Question>();
  #listening = new AbortController();

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly origin: string,
    private readonly hear: (told: Told) => void,
  ) {
    const { signal } = this.#listening;
    window.addEventListener("message", (event) => this.#take(event), { signal });
  }

  ask(member: string, ...args: unknown[]): Promise<unknown> {
    const ask: Ask = { ahiru: version, ask: ++this.#asked, member, args };
    const answer = new Promise((resolve, reject) => {
      this.#open.set(ask.ask, { resolve, reject });
    });
    if (this.#ready) this.#send(ask);
    else this.#waiting.push(ask);
    return answer;
  }

  /** Nothing that was asked will be answered. */
  end(why: string): void {
    this.#listening.abort();
    this.fail(why);
  }

  /** What waits will not be answered; the line stays, since a frame may come late. */
  fail(why: string): void {
    const open = [...this.#open.values()];
    this.#open.clear();
    this.#waiting = [];
    for (const { reject } of open) reject(new Error(why));
  }

  #take({ source, origin, data }: MessageEvent): void {
    if (source !== this.frame.contentWindow || origin !== this.origin) return;
    const message = fromFrame(data);
    if (!message) return;
    if ("told" in message) {
      this.hear(message);
      if (message.told === "hello") this.#connect();
      return;
    }
    const question = this.#open.get(message.answer);
    this.#open.delete(message.answer);
    if ("fault" in message) question?.reject(new Error(message.fault));
    else question?.resolve(message.value);
  }

  #connect(): void {
    this.#ready = true;
    for (const ask of this.#waiting.splice(0)) this.#send(ask);
  }

  #send(ask: Ask): void {
    try {
      this.frame.contentWindow?.postMessage(ask, this.origin);
    } catch {
      this.#open
        .get(ask.ask)
        ?.reject(new TypeError(`${ask.member} was given what cannot be sent.`));
      this.#open.delete(ask.ask);
    }
  }
}
