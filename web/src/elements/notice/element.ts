import { LitElement, css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { strings } from "./strings";

/**
 * Says what is lost where the page was not served securely: browsers give
 * such pages no shared memory, no service worker and no crypto.subtle. It is
 * empty everywhere else.
 */
export class AhiruNotice extends LitElement {
  static override styles = css`
    p {
      margin: 0;
      padding: 0.6rem 1rem;
      border-block-end: 1px solid var(--ahiru-line, #ccc);
      background: var(--ahiru-raised, #f4f1e8);
      color: var(--ahiru-text, #1b1f24);
      font-size: 0.9rem;
    }
  `;

  @property() override lang = "en";

  override render() {
    if (window.isSecureContext) return nothing;
    return html`<p role="note">${strings(this.lang).insecure}</p>`;
  }
}
