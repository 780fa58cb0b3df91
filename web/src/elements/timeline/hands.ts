import type { AhiruTimeline } from "./element";
import type { Wishes } from "./gestures";
import { act, type KeyWishes } from "./keys";

/** What pointers and keys do to a timeline. */
export function hands(t: AhiruTimeline): Wishes {
  const { sight, board } = t;
  return {
    zoom: (x, factor) => sight.zoom(board.shareAt(x), factor),
    pan: (share) => sight.pan(share),
    selects: (_, y, shift) => shift || board.onAxis(y),
    select: (from, to) => {
      const [a, b] = [board.momentAt(from), board.momentAt(to)];
      if (a !== null && b !== null) sight.select({ from: Math.min(a, b), to: Math.max(a, b) });
    },
    press: (x, y) => press(t, x, y),
    hover: (x, y) => {
      const picked = board.found(x, y);
      t.hovered = picked && { ...picked, x, y, at: board.momentAt(x) };
    },
    leave: () => (t.hovered = null),
    key: (key) => act(keys(t), key),
  };
}

function press(t: AhiruTimeline, x: number, y: number): void {
  if (t.board.toggle(t.board.rowAt(y))) return t.requestUpdate();
  t.player.stop();
  const moment = t.board.momentAt(x);
  if (!t.board.onAxis(y)) t.sight.picked = t.board.found(x, y);
  t.sight.goTo(moment ?? t.sight.at);
}

function keys(t: AhiruTimeline): KeyWishes {
  const { sight, board } = t;
  return {
    zoom: (factor) => {
      const { from, to } = sight.window;
      const seen = sight.at !== null && sight.at >= from && sight.at <= to;
      sight.zoom(seen ? ((sight.at ?? 0) - from) / (to - from) : 0.5, factor);
    },
    pan: (share) => sight.pan(share),
    fit: () => sight.look(sight.selection),
    step: (direction) => sight.step(direction),
    lane: (direction) => neighbour(t, direction),
    toggle: () => {
      board.toggleAll();
      t.requestUpdate();
    },
    mark: (end) => sight.mark(end),
    play: () => t.player.toggle(),
    help: () => t.renderRoot.querySelector("dialog")?.showModal(),
    letGo: () => {
      t.player.stop();
      sight.letGo();
    },
  };
}

function neighbour(t: AhiruTimeline, direction: 1 | -1): void {
  const lanes = t.board.rows.flatMap((row) => (row.kind === "lane" ? [row.lane] : []));
  const at = lanes.findIndex(({ id }) => id === t.sight.picked?.lane);
  const next = lanes[at < 0 ? (direction > 0 ? 0 : lanes.length - 1) : at + direction];
  if (next) t.pick(next);
}
