import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { TemplateResult } from "lit";
import type { Strings } from "./strings";

const thanks = 2000;

type Copied = string | null | Promise<string | null>;

/** Buttons that copy text, and a way out where the browser refuses. */
export class Copier implements ReactiveController {
  private copied = "";
  private refused: string | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly strings: () => Strings,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.refused = null;
  }

  /** A button known by its key; text is asked for when it is pressed, null copies nothing. */
  button(key: string, label: string, text: () => Copied): TemplateResult {
    const said = this.copied === key ? this.strings().copied : label;
    return html`<button class="plain copy" @click=${() => void this.copy(key, text())}>
      <span aria-live="polite">${said}</span>
    </button>`;
  }

  /** The text that could not be copied, selected for the reader. */
  rescue(): TemplateResult | typeof nothing {
    if (this.refused === null) return nothing;
    const select = (e: Event) => (e.currentTarget as HTMLTextAreaElement).select();
    return html`<label class="rescue">
      ${this.strings().copyRefused}
      <textarea readonly rows="6" .value=${this.refused} @focus=${select}></textarea>
    </label>`;
  }

  private async copy(key: string, what: Copied): Promise<void> {
    const text = await what;
    if (text === null) return;
    const done = await write(text);
    this.refused = done ? null : text;
    this.copied = done ? key : "";
    this.host.requestUpdate();
    setTimeout(() => {
      if (this.copied === key) this.copied = "";
      this.host.requestUpdate();
    }, thanks);
  }
}

/** Frames without permission and pages without TLS have no clipboard; the old command may still do. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeByCommand(text);
  }
}

function writeByCommand(text: string): boolean {
  const put = (e: ClipboardEvent) => {
    e.clipboardData?.setData("text/plain", text);
    e.preventDefault();
    e.stopImmediatePropagation();
  };
  document.addEventListener("copy", put, { capture: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", put, { capture: true });
  }
}
