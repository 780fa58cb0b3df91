// The element's content, from its state.

import { html, nothing } from "lit";
import type { About } from "./about";
import { renderControls, type Controls } from "./controls";
import { withOrder, type DeskHost } from "./desk";
import type { Theme } from "./glyph";
import { renderLegend } from "./legend";
import type { Layouts } from "./layouts";
import type { Loading } from "./loading";
import type { Citations } from "./model";
import type { Sight } from "./lens";
import type { Swatch } from "./paint";
import { renderPanels, type Panel } from "./panel";
import { renderArranging, renderPhase } from "./phases";
import type { Picture } from "./picture";
import { renderPlain } from "./plain";
import type { SearchBox } from "./search-box";
import { renderSeveral } from "./several";
import { renderSheet } from "./sheet";
import type { Strings } from "./strings";
import { renderTip } from "./tip";

/** Everything that is seen. */
export interface FrameState {
  citations: Citations | null;
  sight: Sight | null; // as long as there are citations
  loading: Loading;
  layouts: Layouts;
  picture: Picture;
  search: SearchBox;
  peps: readonly number[]; // selected, the open one last
  controls: Controls;
  pinned: boolean; // the open PEP
  host: DeskHost;
  theme: Theme;
  notice: string; // for everybody
  said: string; // for readers who do not see the picture
  words: Strings;
  about: About;
  lang: string;
  roomy: boolean; // the legend may stand open
  panels: readonly Panel[];
  panel: string | null; // the one that is open
}

export interface FrameEvents {
  onKey(event: KeyboardEvent): void;
  /** A title in a table was chosen. */
  onFollow(number: number): void;
  onClose(): void;
  /** A row of the legend was chosen. */
  onToggle(swatch: Swatch): void;
  onPanel(name: string | null): void;
  /** Takes a PEP into the selection, or out of it. */
  onMore(number: number): void;
  onUnpin(number: number): void;
  /** A key anywhere on the map. */
  onShortcut(event: KeyboardEvent): void;
  /** Something was dropped on the map. */
  onDrop(event: DragEvent): void;
}

/** Phases that have no picture and will not come to one by themselves. */
const listsOnly: readonly string[] = ["plain", "failed", "stopped"];

export function renderFrame(state: FrameState, events: FrameEvents) {
  const { citations, loading, picture, search, theme, words } = state;
  const { phase } = loading;
  const drawn = phase.name === "ready";
  return html`<div
    class="frame"
    @keydown=${events.onShortcut}
    @dragover=${(event: DragEvent) =>
      event.dataTransfer?.types.includes("Files") && event.preventDefault()}
    @drop=${events.onDrop}
  >
    <i class="probe" aria-hidden="true"></i>
    ${citations ? search.render(words, theme) : nothing}
    ${
      citations?.graph.nodes.length
        ? renderPanels(state.panels, state.panel, words, events.onPanel)
        : nothing
    }
    <div
      class="stage"
      tabindex=${drawn ? 0 : -1}
      role="application"
      aria-label=${words.map}
      aria-describedby="keys"
      ?hidden=${listsOnly.includes(phase.name)}
      @keydown=${events.onKey}
    ></div>
    <p id="keys" class="quiet">${words.keys}</p>
    ${drawn ? renderTip(citations, picture.pointed, theme, words) : nothing}
    ${renderPhase(phase, words, loading)}
    ${drawn && state.layouts.busy ? renderArranging(words, state.layouts.step, state.layouts.cancel) : nothing}
    ${state.notice ? html`<p class="notice" role="alert">${state.notice}</p>` : nothing}
    <canvas class="minimap" hidden aria-hidden="true"></canvas>
    ${drawn ? renderControls(state.controls, words) : nothing} ${sheet(state, events)}
    ${plain(state, events)} ${drawn ? legend(state, events) : nothing}
    <p class="quiet" role="status">${state.said}</p>
  </div>`;
}

function legend(state: FrameState, { onToggle }: FrameEvents) {
  const { citations, sight, theme, words, lang, roomy, host } = state;
  if (!citations || !sight) return nothing;
  return renderLegend({ citations, sight, theme, words, lang, roomy, host, onToggle });
}

function sheet(state: FrameState, events: FrameEvents) {
  const { citations, peps, pinned, host, theme, words, about } = state;
  const pep = peps.length === 0 ? undefined : citations?.byNumber.get(peps.at(-1)!);
  if (!pep || !citations) return nothing;
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && events.onClose();
  if (peps.length > 1) return several(state, events, onKey);
  const { onClose, onFollow: onSelect } = events;
  return renderSheet({
    pep,
    citations,
    orders: host.desk.orders,
    theme,
    words,
    about,
    pinned,
    onUnpin: events.onUnpin,
    onMore: events.onMore,
    onOrders: (orders) => host.setDesk({ orders }),
    onSelect,
    onClose,
    onKey,
  });
}

function several(
  { citations, peps, controls, theme, words }: FrameState,
  events: FrameEvents,
  onKey: (event: KeyboardEvent) => void,
) {
  return renderSeveral({
    peps,
    citations: citations!,
    theme,
    words,
    onSelect: events.onFollow,
    onToggle: events.onMore,
    onFrame: () => controls.frameSelection(),
    onClose: events.onClose,
    onKey,
  });
}

/** Where there is no picture, all PEPs stand in its place. */
function plain({ citations, sight, loading, host, theme, words }: FrameState, events: FrameEvents) {
  const { name } = loading.phase;
  if (!citations || !listsOnly.includes(name)) return nothing;
  return renderPlain({
    citations,
    sight,
    order: host.desk.orders.all,
    theme,
    words,
    onOrder: (all) => host.setDesk(withOrder(host.desk, "all", all)),
    onSelect: events.onFollow,
  });
}
