import { LitElement, html, nothing, unsafeCSS, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { chosenHere, type Chosen } from "./chosen";
import style from "./dialog.css";
import { platforms, type Part, type Platform } from "./platforms";
import { isMap, type Thing } from "./thing";
import { wordsOf, type Words } from "./words";

/** The site's root, seen from a script in dist/assets/. */
const siteRoot = () => new URL("../", import.meta.url);

const languages: Record<string, string> = { en: "English", ja: "日本語", ko: "한국어" };
const themes: Thing["theme"][] = ["auto", "light", "dark"];

/** How many rows a text gets before it scrolls. */
const mostRows = 12;

/** What to write where, for the embed of one page. */
class SnippetsDialog extends LitElement {
  static override styles = unsafeCSS(style);

  @property() override lang = "en";
  @state() private platform: Platform = platforms[0]!;
  @state() private embedLang = "en";
  @state() private theme: Thing["theme"] = "auto";
  @state() private copied = -1;
  @state() private refused = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor(
    private readonly asked: { name: string; title: string },
    private readonly chosen: Chosen,
  ) {
    super();
  }

  protected override firstUpdated(): void {
    this.embedLang = this.lang;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { platform, words, thing } = this;
    const choose = (e: Event) => this.choose((e.target as HTMLSelectElement).value);
    return html`<dialog
      lang=${this.lang}
      aria-labelledby="heading"
      @close=${() => this.remove()}
      @click=${this.besides}
    >
      <header>
        <h2 id="heading">${isMap(thing) ? words.heading.map : words.heading.lesson}</h2>
        <button type="button" @click=${() => this.dialog.close()}>${words.close}</button>
      </header>
      <div class="choices">
        <label
          >${words.platform}
          <select class="platform" @change=${choose}>
            ${platforms.map(
              (one) =>
                html`<option value=${one.id} ?selected=${one === platform}>
                  ${one.name ?? words.names[one.id]}
                </option>`,
            )}
          </select>
        </label>
        ${select(words.language, languages, this.embedLang, (lang) => (this.embedLang = lang))}
        ${select(words.theme, words.themes, this.theme, (theme) => {
          this.theme = themes.find((one) => one === theme) ?? "auto";
        })}
      </div>
      ${this.carried()} ${platform.parts(thing).map((part, i) => this.piece(part, i))}
      <p>${words.notes[platform.id]}</p>
      <p class="small">${words.proof[platform.proof]}</p>
      <p class="small" role="status">${this.refused ? words.copyByHand : nothing}</p>
      <p><a href=${this.docs()} target="_blank" rel="noopener">${words.more}</a></p>
    </dialog>`;
  }

  private get words(): Words {
    return wordsOf(this.lang);
  }

  private get thing(): Thing {
    const { state, code } = this.chosen;
    const site = siteRoot().href;
    return { ...this.asked, site, lang: this.embedLang, theme: this.theme, state, code };
  }

  private choose(id: string): void {
    this.platform = platforms.find((one) => one.id === id) ?? this.platform;
    this.copied = -1;
    this.refused = false;
  }

  private carried() {
    const { state, code, tooLong } = this.chosen;
    const shown = Object.entries(state)
      .filter(([key]) => key !== "code")
      .map(([key, value]) => `${key}=${value}`);
    return html`${
      shown.length > 0 ? html`<p class="small">${this.words.carries(shown.join(" "))}</p>` : nothing
    }
    ${code ? html`<p class="small">${this.words.carriesProgram}</p>` : nothing}
    ${tooLong ? html`<p class="small" role="note">${this.words.tooLong}</p>` : nothing}`;
  }

  private piece({ where, file, text }: Part, i: number): TemplateResult {
    const { words } = this;
    const title = file ? words.file(file) : words.where[where];
    const rows = Math.min(mostRows, text.split("\n").length + Math.floor(text.length / 90) + 1);
    return html`<section>
      <div>
        <h3 id="part${i}">${title}</h3>
        <button type="button" aria-describedby="part${i}" @click=${() => void this.copy(i, text)}>
          <span aria-live="polite">${this.copied === i ? words.copied : words.copy}</span>
        </button>
      </div>
      <textarea
        id="text${i}"
        readonly
        spellcheck="false"
        translate="no"
        rows=${rows}
        aria-labelledby="part${i}"
        .value=${text}
        @focus=${(e: Event) => (e.target as HTMLTextAreaElement).select()}
      ></textarea>
    </section>`;
  }

  private async copy(i: number, text: string): Promise<void> {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    this.copied = done ? i : -1;
    this.refused = !done;
    if (!done) this.renderRoot.querySelector<HTMLElement>(`#text${i}`)?.focus();
  }

  private docs(): string {
    return new URL(`${this.lang === "en" ? "" : `${this.lang}/`}docs/embedding/`, siteRoot()).href;
  }

  /** A click beside the dialog closes it. */
  private besides = (event: MouseEvent) => {
    if (event.target === this.dialog && event.detail > 0) {
      const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      if (x < left || x > right || y < top || y > bottom) this.dialog.close();
    }
  };
}

customElements.define("ahiru-snippets-dialog", SnippetsDialog);

function select(
  label: string,
  options: Record<string, string>,
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label
    >${label}
    <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value)}>
      ${Object.entries(options).map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/** Opens the dialog over the page; it goes when it is closed. */
export async function openDialog(
  mount: Node,
  { lang, ...asked }: { lang: string; name: string; title: string },
): Promise<void> {
  const dialog = new SnippetsDialog(asked, await chosenHere());
  dialog.lang = lang;
  mount.appendChild(dialog);
  await dialog.updateComplete;
}
