// The room that the map's parts share: which of them is open, what each covers
// of the picture, and where the reader goes on when one opens or closes.

import type { Insets } from "./camera";
import { measureInsets } from "./insets";
import type { Picture } from "./picture";
import type { Tools } from "./tools";
import type { About } from "./about";

/**
 * Pixels from which the legend may stand open, beside the map, and beside map
 * and sheet; and up to which sheet and panel take one another's place.
 */
const widths = { forLegend: 1000, besideSheet: 1500, forBoth: 720 };

export interface RoomHost {
  readonly renderRoot: ParentNode;
  readonly clientWidth: number;
  readonly updateComplete: Promise<boolean>;
  readonly selected: number | null;
  choose(number: number | null): void;
  /** Another panel has opened, or none; it may show metrics that have not been asked for. */
  onPanel(name: string | null): void;
  requestUpdate(): void;
}

export class Room {
  #host: RoomHost;
  #picture: Picture;
  #tools: Tools;
  #about: About;
  #controls = false;

  constructor(host: RoomHost, picture: Picture, tools: Tools, about: About) {
    this.#host = host;
    this.#about = about;
    this.#picture = picture;
    this.#tools = tools;
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.#host.renderRoot.querySelector<T>(selector);
  }

  /** What covers the picture now. */
  insets = (): Insets =>
    measureInsets(
      this.#find(".stage")!,
      this.#find(".sheet"),
      this.#find(".search"),
      this.#find(".tools"),
      this.#find(".panel"),
      this.#find(".controls"),
    );

  /** A panel needs the legend's room, but the one of colours, which it explains. */
  get hasLegend(): boolean {
    const { open } = this.#tools;
    const { clientWidth, selected } = this.#host;
    const free = open === null || open === "look";
    return free && clientWidth > (selected === null ? widths.forLegend : widths.besideSheet);
  }

  /** Gives way to a sheet that is about to open. */
  makeWay(): void {
    if (this.#host.clientWidth <= widths.forBoth) void this.openPanel(null);
  }

  /**
   * Opens a panel, or closes with null; the reader goes on at its title, or its
   * button, unless it is done quietly.
   */
  openPanel = async (name: string | null, quietly = false): Promise<void> => {
    const before = this.#tools.open;
    if (name === before) return;
    this.#tools.open = name;
    this.#host.onPanel(name);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#picture.makeRoom();
    this.#showButton(name);
    if (quietly) return;
    this.#find(name === null ? `#tool-${before}` : "#panel-title")?.focus({ preventScroll: true });
  };

  /** The row of buttons may be longer than the map is wide. */
  #showButton(name: string | null) {
    const row = this.#find(".tools");
    const button = this.#find(`#tool-${name}`);
    if (row && button) row.scrollLeft = button.offsetLeft - 16;
  }

  /** The buttons come with the picture, and cover some of it where it is narrow. */
  noticeControls(): void {
    const there = this.#find(".controls") !== null;
    if (there && !this.#controls) this.#picture.makeRoom(true);
    this.#controls = there;
  }

  /** From a table, which is about to change: the reader goes on at its new head. */
  follow = async (number: number): Promise<void> => {
    this.#host.choose(number);
    await this.#host.updateComplete;
    this.#find("#sheet-title")?.focus({ preventScroll: true });
    this.#find(".sheet")?.scrollTo(0, 0);
  };

  /** From a line of the picture: the sheet of a PEP that it joins, open at its mentions. */
  explain = async (from: number, to: number): Promise<void> => {
    const { selected } = this.#host;
    if (selected !== from && selected !== to) this.#host.choose(from);
    const { why } = this.#about;
    if (!why.isOpen(from, to)) why.ask(from, to);
    await this.#host.updateComplete;
    const row = this.#find(".sheet tr.why");
    row?.scrollIntoView({ block: "nearest" });
    row?.querySelector("td")?.focus({ preventScroll: true });
  };

  closeSheet = (): void => {
    this.#host.choose(null);
    this.focusMap();
  };

  focusMap(): void {
    this.#find(".stage")?.focus();
  }

  focusSearch(): void {
    this.#find(".search input")?.focus();
  }

  placeTip(): void {
    const tip = this.#find(".tip");
    if (tip) this.#picture.placeTip(tip);
  }
}
