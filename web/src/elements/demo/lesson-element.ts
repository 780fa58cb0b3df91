import { property, state } from "lit/decorators.js";
import type { Values } from "../../lib/flag-values";
import type { AhiruTimeline } from "../timeline/element";
import type { OpenLesson } from "./open-lesson";
import type { Problem } from "./source-files";
import { TimedElement } from "./timed-element";
import type { Siblings } from "./turns";

/** The part of <ahiru-demo> that names a lesson and shows scripts what is in it. */
export abstract class LessonElement extends TimedElement {
  /** The lesson's name, as in demos/<name>/. */
  @property() name = "";
  /** The address of a lesson.json, in place of the site's own for the name. */
  @property() src = "";
  /** en, ja or ko; without it the language of the page around. */
  @property() override lang = "";
  /** light, dark or auto; read by the style sheet. */
  @property({ reflect: true, useDefault: true }) theme = "auto";
  /** The page's address carries the flags' values: for a lesson's own page. */
  @property({ type: Boolean }) permalink = false;
  /** It stands in somebody else's page, which gave it its values, and waits for others there to end their runs. */
  @property({ type: Boolean }) embedded = false;
  /** Embedded, it waits for nobody. */
  together = false;
  /** Embedded: lessons in other frames of the post, which the browser's lock may not reach. */
  siblings: Siblings | null = null;
  /** The params attribute: a query string of flag values. */
  @property({ attribute: "params" }) paramsText = "";

  @state() protected open: OpenLesson | null = null;
  @state() protected notice = "";

  /** Values that were set before the flags were known. */
  protected early: Values | null = null;
  protected earlySource: string | null = null;

  /** The Go program as it stands in the editor, "" until ready; a text with several files is a txtar archive. */
  get source(): string {
    return this.open?.workshop.source ?? this.earlySource ?? "";
  }

  set source(text: string) {
    if (this.open) this.open.workshop.source = String(text);
    else this.earlySource = String(text);
  }

  /** What the compiler said of the source when it was last run: lines of source, columns in bytes, from 1. */
  get diagnostics(): Problem[] {
    return this.open?.workshop.problems.map((problem) => ({ ...problem })) ?? [];
  }

  /** The flags' values by name. Setting them replaces all: a flag that is left out gets its default. */
  get params(): Values {
    return this.open?.params() ?? { ...this.early };
  }

  set params(values: Values) {
    this.early = { ...values };
    this.open?.flags.replace(this.early);
    this.notice = "";
    this.requestUpdate();
  }

  /** What the goroutines of the last traced run did; null until ready. */
  get timeline(): AhiruTimeline | null {
    return this.renderRoot.querySelector("ahiru-timeline");
  }

  /** Whether the program in the editor is not the lesson's own. */
  get edited(): boolean {
    return this.open?.workshop.mustBuild ?? false;
  }

  /** The address of the lesson's page with all that was chosen and written; null until ready, and when it is too long. */
  get link(): Promise<string | null> {
    return this.open?.links.whole() ?? Promise.resolve(null);
  }
}
