import { LitElement, html, nothing, unsafeCSS } from "lit";
import { property, state } from "lit/decorators.js";
import button from "./button.css";
import { failureOf, labelOf } from "./labels";

/** The button that gives what others put into their pages. Its dialog comes when it is pressed. */
export class AhiruSnippets extends LitElement {
  static override styles = unsafeCSS(button);

  @property() override lang = "en";
  /** A lesson's name, "play" or "peps". */
  @property() what = "";
  /** What the embed is called, for readers who have only a link. */
  @property() label = "";
  @state() private failed = false;

  protected override render() {
    return html`<button type="button" aria-haspopup="dialog" @click=${this.open}>
        <span aria-hidden="true">&lt;/&gt;</span> ${labelOf(this.lang)}
      </button>
      ${this.failed ? html`<span role="alert">${failureOf(this.lang)}</span>` : nothing}`;
  }

  private open = async () => {
    try {
      const { openDialog } = await import("./dialog");
      this.failed = false;
      await openDialog(this.renderRoot, { lang: this.lang, name: this.what, title: this.label });
    } catch {
      this.failed = true;
    }
  };
}
