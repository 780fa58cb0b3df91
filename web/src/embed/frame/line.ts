import { toAsk, version, type Answer, type Told } from "../protocol";

/** What a post may ask for, by name. What it throws is told as its message. */
export type Members = Record<string, (...args: unknown[]) => unknown>;

/** The frame's end of the line to the post that holds it. */
export class Line {
  /** Where the post is from, once it has asked for something; "*" for a post of opaque origin. */
  #post: string | null = null;

  constructor(
    private readonly members: Members,
    private readonly post: Window = window.parent,
  ) {
    window.addEventListener("message", (event) => void this.#hear(event));
  }

  /** Says something to whoever holds the frame: nothing that is not meant for all. */
  call(told: "hello" | "height", detail?: unknown): void {
    this.#send({ ahiru: version, told, detail }, "*");
  }

  /** Says something to a post that has asked before. */
  tell(told: Told["told"], detail: unknown): void {
    if (this.#post) this.#send({ ahiru: version, told, detail }, this.#post);
  }

  async #hear({ data, source, origin }: MessageEvent): Promise<void> {
    if (source !== this.post || source === window) return;
    const ask = toAsk(data);
    if (!ask) return;
    const post = (this.#post = origin === "null" ? "*" : origin);
    const answer = await this.#answer(ask.member, ask.args);
    this.#send({ ahiru: version, answer: ask.ask, ...answer }, post);
  }

  async #answer(member: string, args: unknown[]): Promise<{ value: unknown } | { fault: string }> {
    try {
      if (!Object.hasOwn(this.members, member)) throw new Error(`There is no member ${member}.`);
      return { value: await this.members[member]!(...args) };
    } catch (problem) {
      return { fault: problem instanceof Error ? problem.message : String(problem) };
    }
  }

  #send(message: Answer | Told, target: string): void {
    try {
      this.post.postMessage(message, target);
    } catch {
      // A value that cannot be copied to another page; the post still gets its answer.
      if ("answer" in message) {
        const fault = "The answer cannot be given to another page.";
        this.post.postMessage({ ahiru: version, answer: message.answer, fault }, target);
      }
    }
  }
}
