// What the map's parts ask of the map: everything that the reader does to it
// comes through here.

import { state } from "lit/decorators.js";
import { About } from "./about";
import type { Analysis } from "./analysis";
import { Answers } from "./answers";
import { Corpora } from "./corpora";
import { Course } from "./course";
import { Doings } from "./doings";
import { Face } from "./face";
import type { Shown } from "./files";
import type { Findings } from "./findings";
import { Picture } from "./picture";
import type { Corpus } from "./read-corpus";
import { Room } from "./room";
import type { State, Way } from "./state";
import { Tools } from "./tools";
import type { View } from "./view";
import { Walk } from "./walk";

export abstract class Acts extends Face {
  @state() protected said = "";

  protected picture = new Picture({
    onPick: (number, more) => this.pick(number, more),
    onReference: (from, to) => void this.room.explain(from, to),
    onArea: (numbers) => this.doings.add(numbers),
    onPin: (number, place) => this.doings.pin(number, place),
    onPoint: () => this.requestUpdate(),
    onMove: () => this.room.placeTip(),
    onAim: (aim) => this.course.amend({ aim }),
    severalWanted: () => this.doings.several,
  });
  protected walk: Walk = new Walk(this, this.picture);
  protected answers: Answers = new Answers(this);
  corpora: Corpora = new Corpora(this);
  protected tools: Tools = new Tools(this);
  protected about = new About(this);
  protected room: Room = new Room(this, this.picture, this.tools, this.about);
  protected course: Course = new Course(this);
  doings: Doings = new Doings(this, this.course, this.picture);

  /** What files show of the page. */
  abstract get shown(): Shown;
  abstract adopt(corpus: Corpus): Promise<void>;
  abstract reload(): void;

  get needs(): readonly string[] {
    return this.tools.needs;
  }

  hasPanel(name: string): boolean {
    return this.tools.has(name);
  }

  // ---- PEPs ----

  choose(number: number | null): void {
    this.course.choose(number);
  }

  pick(number: number | null, more: boolean): void {
    this.doings.pick(number, more);
  }

  explain(from: number, to: number): void {
    void this.room.explain(from, to);
  }

  onSelect(peps: readonly number[]): void {
    if (peps.length > 0) this.room.makeWay();
    this.picture.pointed = null; // a finger never leaves what it tapped
  }

  unpinAll(): void {
    this.doings.unpinAll();
  }

  // ---- The view ----

  setView(view: View): void {
    this.course.setView(view);
  }

  preview(view: View): void {
    this.course.preview(view);
  }

  frame(numbers: readonly number[]): void {
    this.picture.frame(numbers);
  }

  setWay(way: Way | null): void {
    this.course.set({ way });
  }

  showPath(numbers: readonly number[]): void {
    this.picture.drawing?.setPath(numbers);
  }

  // ---- What is open beside the map ----

  openPanel(name: string): void {
    void this.room.openPanel(name);
  }

  onPanel(name: string | null): void {
    this.course.amend({ panel: name });
    if (name) this.lens.look(this.lens.view, this.tools.needs);
  }

  focusSearch(): void {
    this.room.focusSearch();
  }

  onArrive(state: State, before: State): void {
    const panel = state.way && !state.panel ? "path" : state.panel;
    if (panel && panel !== this.tools.open) void this.room.openPanel(panel, true);
    this.tools.showWay(state.way);
    const { drawing } = this.picture;
    if (drawing && state.aim !== before.aim) drawing.view.aimAt(state.aim, false);
  }

  say(text: string): void {
    this.said = text;
  }

  // ---- Answers ----

  analysis(): Promise<Analysis> {
    return this.answers.analysis();
  }

  findings(): Promise<Findings> {
    return this.corpora.findings();
  }

  giveUp(): void {
    this.answers.giveUp();
  }
}
