import { LitElement, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Fault } from "../../offline/messages";
import { formatBytes } from "../../lib/bytes";
import { container } from "./container";
import type { Store, Weight } from "./store";
import { stringsOf } from "./strings";
import { offlineStyles } from "./style";
import { AhiruUpdate } from "./update";
import { registration, visit } from "./visit";

type State =
  | { kind: "idle" }
  | { kind: "working"; received: number; total: number; end: AbortController }
  | { kind: "all"; size: number };

/**
 * <ahiru-offline lang="en" build="…">, in the footer: has the site work
 * without a network, and fetches all of it when the reader asks for that. It
 * is empty where the browser gives the page no worker.
 */
export class AhiruOffline extends LitElement {
  static override styles = offlineStyles;

  @property() override lang = "en";
  /** Of which build this page is. */
  @property() build = "";

  @state() private state: State = { kind: "idle" };
  @state() private weight: Weight | undefined;
  @state() private said = "";

  #store: Store | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (container()) void this.begin();
  }

  override render() {
    if (!container()) return nothing;
    return html`<div>${this.controls()}</div>
      <p role="status">${this.said}</p>`;
  }

  private controls() {
    const { state } = this;
    const strings = stringsOf(this.lang);
    if (state.kind === "working") {
      const { received, total } = state;
      const bytes = strings.working(this.bytes(received), this.bytes(total));
      return html`<progress
          .value=${received}
          max=${total || 1}
          aria-label=${strings.make("")}
        ></progress>
        <span class="bytes">${bytes}</span>
        <button class="cancel" @click=${() => state.end.abort()}>${strings.cancel}</button>`;
    }
    const some = this.weight && this.weight.missing < this.weight.total;
    return html`${
      state.kind === "all"
        ? html`<span>${strings.all(this.bytes(state.size))}</span>`
        : html`<button class="make" @click=${() => this.make()}>
            ${strings.make(this.weight ? this.bytes(this.weight.missing) : "")}
          </button>`
    }
    ${some ? html`<button class="remove" @click=${() => this.drop()}>${strings.remove}</button>` : nothing}`;
  }

  private async begin(): Promise<void> {
    const found = await visit(this.build);
    if (!found) return;
    const update = new AhiruUpdate();
    update.lang = this.lang;
    document.body.append(update);
    update.watch(found);
    this.whenSeen(() => void this.weigh());
  }

  /** What it all weighs is asked only when somebody can read it. */
  private whenSeen(act: () => void): void {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      act();
    });
    watch.observe(this);
  }

  private async store(): Promise<Store | undefined> {
    const worker = (await registration())?.active;
    if (!worker) return undefined;
    // The toolchain's part comes to those pages only that ask for it.
    const { Store } = await import("./store");
    return (this.#store ??= new Store(worker));
  }

  private async weigh(): Promise<void> {
    if (this.state.kind === "working") return;
    const end = AbortSignal.timeout(60_000); // a pack that is still being made
    try {
      this.weight = await (await this.store())?.weigh(end);
    } catch {
      return; // the button is there without its size
    }
    const { total, missing } = this.weight ?? { total: 0, missing: 1 };
    this.state = missing === 0 ? { kind: "all", size: total } : { kind: "idle" };
  }

  private async make(): Promise<void> {
    const strings = stringsOf(this.lang);
    const end = new AbortController();
    this.said = "";
    this.state = { kind: "working", received: 0, total: this.weight?.missing ?? 0, end };
    void this.updateComplete.then(() => this.focusOn(".cancel"));
    this.said = await this.fetchAll(end.signal);
    this.state = { kind: "idle" };
    await this.weigh();
    if (end.signal.aborted) this.said = strings.cancelled(this.bytes(this.weight?.missing ?? 0));
    await this.updateComplete;
    this.focusOn(".make, .remove");
  }

  /** Gives the sentence on what went wrong, "" when all is there. */
  private async fetchAll(signal: AbortSignal): Promise<string> {
    const strings = stringsOf(this.lang);
    const store = await this.store();
    if (!store) return strings.none;
    try {
      void navigator.storage?.persist?.().catch(() => {});
      const { missing: total } = await store.weigh(signal);
      let received = 0;
      await store.keep(signal, (bytes) => {
        received = Math.min(received + bytes, total);
        if (this.state.kind === "working") this.state = { ...this.state, received, total };
      });
      return "";
    } catch (err) {
      if (signal.aborted) return "";
      const fault = (err as { fault?: Fault }).fault ?? "unreachable";
      return strings.failed[fault];
    }
  }

  private async drop(): Promise<void> {
    await (await this.store())?.remove();
    this.weight = undefined;
    this.state = { kind: "idle" };
    await this.weigh();
    this.said = stringsOf(this.lang).removed;
    await this.updateComplete;
    this.focusOn(".make");
  }

  /** A button that went away takes the focus with it. */
  private focusOn(selector: string): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (
      !activeElement &&
      document.activeElement !== document.body &&
      document.activeElement !== this
    )
      return;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  private bytes(bytes: number): string {
    return formatBytes(bytes, this.lang);
  }
}
