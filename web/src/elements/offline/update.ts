import { LitElement, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { ask } from "./ask";
import { stringsOf } from "./strings";
import { updateStyles } from "./style";

/**
 * Says that a new version of the site is ready, and loads it when the reader
 * says so: nothing is reloaded under anybody's hands.
 */
export class AhiruUpdate extends LitElement {
  static override styles = updateStyles;

  @property() override lang = "en";
  @state() private waiting: ServiceWorker | null = null;

  /** Looks for a new version of this registration from now on. */
  watch(registration: ServiceWorkerRegistration): void {
    const look = () => {
      if (registration.active && registration.waiting) this.waiting = registration.waiting;
    };
    const follow = (worker: ServiceWorker | null) => worker?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    look();
  }

  override render() {
    const strings = stringsOf(this.lang);
    return html`<div role="status">
      ${
        this.waiting
          ? html`<p>${strings.newVersion}</p>
              <button @click=${this.reload}>${strings.reload}</button>
              <button class="plain" @click=${() => (this.waiting = null)}>${strings.later}</button>`
          : nothing
      }
    </div>`;
  }

  /** Only this page reloads; others keep the files of their build. */
  private readonly reload = () => {
    const next = this.waiting;
    const look = () => next?.state === "activated" && location.reload();
    next?.addEventListener("statechange", look);
    // Another page may have let it in already.
    if (next?.state === "installed") void ask(next, { type: "take-over" });
    else location.reload();
  };
}
