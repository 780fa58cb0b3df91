import { html, nothing, type TemplateResult } from "lit";
import { evidence, told } from "./behind";
import { details } from "./details";
import type { AhiruTimeline } from "./element";
import { factsTable } from "./facts";
import { findingsView } from "./findings";
import { help } from "./help";
import { inkNames } from "./ink";
import { endOf } from "./model";
import { counts, momentView } from "./moment";
import { said } from "./said";
import { sumsView } from "./sums-view";
import { tip } from "./tip";
import { legend, openTrace, toolsView, type ToolsView } from "./tools";
import { transcript } from "./transcript";
import { transport } from "./transport";

/** More events than this are not told in words. */
const longestTranscript = 500;

/** The whole element. */
export function page(t: AhiruTimeline): TemplateResult {
  const s = t.strings;
  const some = t.model.lanes.length > 0;
  return html`<section aria-label=${t.called || s.timeline} lang=${t.language}>
    ${head(t)} ${said(t)} ${some ? toolsView(tools(t)) : nothing}
    <div ?hidden=${!some}>
      <canvas class="minimap" aria-hidden="true"></canvas>
      ${some ? walk(t) : nothing}
      <div
        class="scroller"
        tabindex="0"
        role="application"
        aria-roledescription=${s.timeline}
        aria-label=${s.picture(t.whole.lanes.length, t.length(endOf(t.whole)))}
        aria-description=${s.keys}
        @scroll=${() => t.board.paint()}
      >
        <canvas></canvas>
        <div class="rest"></div>
      </div>
      ${some ? html`${legend(tools(t))} ${below(t)}` : nothing}
    </div>
    ${tip(t)} ${help(s)}
    <div class="inks" aria-hidden="true">
      ${inkNames.map((name) => html`<i class=${name}></i>`)}
    </div>
  </section>`;
}

function head(t: AhiruTimeline): TemplateResult {
  const s = t.strings;
  const trace = (e: Event) => t.switch((e.currentTarget as HTMLInputElement).checked);
  const open = (file: File) =>
    t.dispatchEvent(new CustomEvent("ahiru-timeline-open", { detail: { file } }));
  return html`<div class="head">
    <p class="title">${s.timeline}</p>
    <label><input type="checkbox" .checked=${t.tracing} @change=${trace} />${s.trace}</label>
    <slot></slot>
    <span class="runs">
      ${
        t.facts && !t.live && t.model.lanes.length > 0
          ? html`<button @click=${() => t.keep()}>${s.keep}</button>`
          : nothing
      }
      ${t.addUp && !t.live ? openTrace(s, open) : nothing}
    </span>
  </div>`;
}

const tools = (t: AhiruTimeline): ToolsView => ({
  sight: t.sight,
  model: t.whole,
  strings: t.strings,
  format: t.format,
  changed: () => t.requestUpdate(),
  choose: (format) => (t.format = format),
  save: () => void t.save(),
  toggleGroups: () => {
    t.board.toggleAll();
    t.requestUpdate();
  },
  help: () => t.renderRoot.querySelector("dialog")?.showModal(),
});

function walk(t: AhiruTimeline): TemplateResult {
  const { sight, strings, player } = t;
  const { at } = sight;
  const text =
    at === null ? "" : `${t.length(at)}${strings.colon}${counts(seenOf(t), at, strings)}`;
  return transport({ sight, strings, playing: player.playing, play: () => player.toggle(), text });
}

function below(t: AhiruTimeline): TemplateResult {
  const { sight, strings, names, whole: model } = t;
  const { length, light, pick, moment } = t;
  const goTo = (at: number) => sight.goTo(at);
  const lane = (id: string) => model.lanes.find((each) => each.id === id);
  const show = (id: string, stretch: { from: number; to: number } | null) => {
    const found = lane(id);
    if (stretch) sight.look({ from: stretch.from - 5, to: stretch.to + 5 });
    if (found) pick(found);
  };
  return html`${
    sight.picked
      ? details(sight.picked, {
          ...{ model, strings, names, length, light, goTo, pick, at: moment },
          fill: (span) => sight.look({ from: span.start, to: span.end }),
          evidence: () => behind(t, "details"),
        })
      : nothing
  }
  ${
    moment === null
      ? nothing
      : momentView({
          ...{ model: seenOf(t), at: moment, strings, length, pick, light, code: t.code },
          nameOf: names.lane,
          thing: names.thing,
          runs: [strings.firstRun, strings.secondRun],
          evidence: () => behind(t, "moment"),
        })
  }
  ${
    t.live
      ? nothing
      : findingsView({
          ...{ model, strings, names, length, show, light },
          evidence: () => behind(t, "findings"),
        })
  }
  ${
    t.kept && t.compares && t.facts
      ? factsTable(t, t.kept, { facts: t.facts, model: t.model })
      : nothing
  }
  ${t.addUp ? sumsView(t) : nothing} ${words(t)}`;
}

/** The press that shows what stands behind a section, and what it shows. */
const behind = (t: AhiruTimeline, key: string) =>
  html`${evidence(t, key)} ${told(t, (asked) => asked === key)}`;

/** The run with those of its lanes that are in the picture. */
const seenOf = (t: AhiruTimeline) => ({
  ...t.whole,
  lanes: t.whole.lanes.filter((lane) => t.sieved.keeps(lane)),
});

function words(t: AhiruTimeline): TemplateResult {
  const s = t.strings;
  const open = (e: Event) => (t.told = (e.currentTarget as HTMLDetailsElement).open);
  return html`<details class="words" @toggle=${open}>
    <summary>${s.transcript}</summary>
    ${t.told ? list(t) : nothing}
  </details>`;
}

function list(t: AhiruTimeline): TemplateResult {
  const { strings: s, names } = t;
  const told = transcript(t.whole, s, t.length, names.lane, names.laneOf, names.thing);
  const cut = told.length > longestTranscript;
  return html`${cut ? html`<p>${s.transcriptCut(longestTranscript, told.length)}</p>` : nothing}
    <ol class="transcript" tabindex="0">
      ${told.slice(0, longestTranscript).map((line) => html`<li>${line}</li>`)}
    </ol>`;
}
