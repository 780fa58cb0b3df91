import { html, nothing, type TemplateResult } from "lit";
import { withoutColours } from "../../lib/ansi";
import { controls } from "./controls";
import type { Copier } from "./copier";
import { drawings } from "./drawings-view";
import { editWordsOf } from "./edit-words";
import { exampleMenu } from "./examples";
import { measuring } from "./measuring-view";
import { inputs } from "./inputs";
import { partName, reportsOf, type Example } from "./lesson";
import type { OpenLesson } from "./open-lesson";
import { notesOn } from "./notes";
import { output } from "./output";
import type { Layout } from "./layout";
import { panes } from "./panes";
import type { PictureCopier } from "./picture/copier";
import type { Look } from "./picture/paint";
import { brokenPrograms, recordedRun } from "./recorded";
import type { Result } from "./session";
import { sharingNotice } from "./sharing";
import { timelineView } from "./timeline-view";
import type { Language, Strings } from "./strings";
import { timeControls } from "./time-controls";
import type { TimeHands } from "./time-hands";
import { timeWordsOf } from "./time-words";
import { workshopView } from "./workshop-view";

/** What the page shows of a lesson besides the lesson itself. */
export interface View {
  strings: Strings;
  language: Language;
  layout: Layout;
  /** A sentence about where the flags' values came from. */
  notice: string;
  copier: Copier;
  pictures: PictureCopier;
  /** The colours and fonts of the page, for pictures. */
  look(): Look;
  hands: TimeHands;
  chose(): void;
  reset(): void;
  /** A press beside a line of the source; false when there is nothing to be shown for it. */
  pressLine(line: number): boolean;
}

export function lessonView(open: OpenLesson, view: View): TemplateResult {
  const { lesson, workshop } = open;
  const words = editWordsOf(view.language);
  const pick = (example: Example) => void workshop.put(example.source);
  const shared = { labels: open.account.words().figures ?? {}, ...view };
  return html`${exampleMenu(lesson.examples ?? [], words, view.language, pick)}
  ${settings(open, view)}
  ${panes({
    strings: view.strings,
    lesson,
    layout: view.layout,
    source: workshop.source,
    lines: { marks: open.lines.marks, press: (line) => view.pressLine(line) },
    workshop: workshopView({
      workshop,
      words,
      language: view.language,
      busy: open.session.busy,
      restorable: lesson.wasm !== null,
    }),
    copyButton: (key, text) => view.copier.button(key, view.strings.copy, text),
  })}
  ${notesOn(lesson.go, open.account.words().notes ?? {}, view.strings)} ${outcome(open, view)}
  ${view.copier.rescue()} ${view.pictures.rescue()}
  ${brokenPrograms(lesson.broken ?? [], view.strings)} ${recordedRun(lesson.recorded, shared)}`;
}

function settings(open: OpenLesson, view: View): TemplateResult {
  const { strings, copier } = view;
  const command = open.command();
  const unknown = open.flagsKnown ? open.flags.unknown.join(", ") : "";
  return html`<div class="settings">
    ${sharingNotice(open, strings, view.language)}
    ${controls({
      state: open.flags,
      strings,
      labels: open.account.words().flags ?? {},
      changed: view.chose,
    })}
    ${open.tracing ? nothing : clockOf(open, view)}
    ${view.notice ? html`<p class="notice">${view.notice}</p>` : nothing}
    ${unknown ? html`<p class="notice">${strings.unknownFlags(unknown)}</p>` : nothing}
    ${open.workshop.editor ? inputs(open.workshop, editWordsOf(view.language)) : nothing}
    <div class="command">
      <code translate="no" aria-label=${strings.command}
        >${command.split(" ").map((word) => html`<span>${word}</span> `)}</code
      >
      ${copier.button("command", strings.copy, () => command)}
      ${copier.button("link", strings.copyLink, () => open.links.whole())}
      <button
        class="plain"
        ?hidden=${!open.flags.changed && view.hands.choice.isDefault}
        @click=${view.reset}
      >
        ${strings.reset}
      </button>
    </div>
  </div>`;
}

/** Clock and seed: on the timeline where there is one. */
const clockOf = (open: OpenLesson, view: View) =>
  timeControls({
    hands: view.hands,
    words: timeWordsOf(view.language),
    running: open.session.busy ? open.session.time : null,
    changed: view.chose,
  });

function outcome(open: OpenLesson, view: View): TemplateResult {
  const { session } = open;
  const { strings, language } = view;
  const labels = open.account.words().figures ?? {};
  const named = (title: string) => partName(title, open.lesson);
  const { state } = session;
  const result = state.kind === "ended" || state.kind === "refused" ? state.result : null;
  const behind = open.measures.view(open.tracedRun);
  const { figures } = behind.headline;
  const reports = figures.length > 0 || reportsOf(open.lesson.recorded).figures.length > 0;
  const editing = { lines: session.drawings, language, write: session.writer };
  return html`${open.editables.view(editing)}
  ${output({
    strings,
    named,
    console: open.console,
    begun: open.begun,
    foot: session.state.kind === "paused" ? timeWordsOf(language).pausedHere : "",
    ended: result !== null,
    measured: reports
      ? {
          ...{ labels, strings, language },
          figures: [...figures],
          evidence: behind,
          said: open.account.evidence(behind.headline),
          measuring: open.measures.measuring !== null,
          below: measuring(open, language),
        }
      : null,
    actions: result ? resultActions(open, view, result) : nothing,
  })}
  ${timelineView(open, language, clockOf(open, view), () => view.hands.toggle())}
  ${drawings({
    ...{ lines: session.drawings, cursor: open.cursor, labels, language, evidence: behind },
    ...{ kill: session.killer, named, changed: () => open.changed() },
  })}`;
}

const resultActions = (open: OpenLesson, view: View, result: Result) => {
  const { copier, pictures, strings, language } = view;
  return html`<div class="actions">
    ${copier.button("output", strings.copyOutput, () => withoutColours(result.stdout + result.stderr))}
    ${copier.button("result", strings.copyResult, () => open.account.report(result))}
    ${pictures.button(async () => {
      const { pictureOf } = await import("./picture/run");
      return pictureOf(open, result, strings, language, view.look());
    })}
  </div>`;
};
