import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { TemplateResult } from "lit";
import type { Strings } from "../strings";

/** A picture of a run, as a file. */
export interface Picture {
  png: Blob;
  file: string;
  /** What it shows, in words. */
  alt: string;
}

const thanks = 2000;

/**
 * The button that copies a run as a picture. Where the clipboard takes none it
 * becomes a file, and stands on the page as well: a frame may refuse that too.
 */
export class PictureCopier implements ReactiveController {
  private said: "" | "copied" | "saved" | "failed" = "";
  private saved: { address: string; alt: string } | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly strings: () => Strings,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.saved = null;
  }

  /** The picture is made when the button is pressed. */
  button(make: () => Promise<Picture>): TemplateResult {
    const s = this.strings();
    const said = { copied: s.copied, saved: s.pictureSaved, failed: s.pictureFailed };
    return html`<button class="plain copy" @click=${() => void this.copy(make())}>
      <span aria-live="polite">${this.said === "" ? s.copyPicture : said[this.said]}</span>
    </button>`;
  }

  /** The picture that could not be copied. */
  rescue(): TemplateResult | typeof nothing {
    if (!this.saved) return nothing;
    const { address, alt } = this.saved;
    return html`<figure class="rescue">
      <figcaption>${this.strings().pictureRefused}</figcaption>
      <img src=${address} alt=${alt} />
    </figure>`;
  }

  private async copy(picture: Promise<Picture>): Promise<void> {
    this.saved = null;
    try {
      this.said = (await toClipboard(picture)) ? "copied" : await this.save(await picture);
    } catch {
      this.said = "failed";
    }
    this.host.requestUpdate();
    setTimeout(() => {
      this.said = "";
      this.host.requestUpdate();
    }, thanks);
  }

  private async save({ png, file, alt }: Picture): Promise<"saved"> {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(png);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.saved = { address: await asData(png), alt };
    return "saved";
  }
}

/** Asked for at once, with the picture to come: later the press would be forgotten. */
async function toClipboard(picture: Promise<Picture>): Promise<boolean> {
  try {
    const png = picture.then((made) => made.png);
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return true;
  } catch {
    return false;
  }
}

/** The page's policy lets pictures stand in addresses of this kind alone. */
function asData(png: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(png);
  });
}
