// Layouts beside the first one: asked of the engine when they are wanted, kept.

import type { Analysis, Choice } from "./analysis";
import { seed, type Layout, type Plan } from "./plan";
import type { View } from "./view";

export interface LayoutsHost {
  analysis(): Promise<Analysis>;
  /** Ends whatever the engine is calculating. */
  giveUp(): void;
  /** The places that the view wants have come. */
  place(plan: Plan): void;
  /** They could not be had; why, in a sentence, null when the reader gave them up. */
  onNoLayout(reason: string | null, shown: Layout): void;
  requestUpdate(): void;
}

/** How far the engine is with a layout: atlas.Step of wasm/peps. */
export interface Step {
  stage: "measuring" | "placing";
  done: number;
  of: number;
}

/** Layouts whose places depend on which kinds of references count. */
const byReferences: readonly Layout[] = ["layers", "rank", "community"];

export class Layouts {
  /** Whether places are being calculated. */
  busy = false;
  /** How far that is, null while nothing has been said of it. */
  step: Step | null = null;

  #host: LayoutsHost;
  #plans = new Map<string, Plan>();
  #wanted = "";
  #shown: Layout = "force";
  #givenUp = false;

  constructor(host: LayoutsHost) {
    this.#host = host;
  }

  /** Takes the first layout, made while the map was loaded. */
  start(plan: Plan): void {
    this.#plans.clear();
    this.#plans.set(keyOf("force", { kinds: null }), plan);
    this.#wanted = keyOf("force", { kinds: null });
    this.#shown = "force";
  }

  /** Sees to it that the map is laid out as a view says. */
  async want({ layout, kinds, resolution }: View): Promise<void> {
    const choice = {
      kinds: byReferences.includes(layout) ? kinds : null,
      resolution: layout === "community" ? resolution : 1,
    };
    const key = keyOf(layout, choice);
    if (key === this.#wanted || this.#plans.size === 0) return;
    this.#wanted = key;
    try {
      const plan = this.#plans.get(key) ?? (await this.#ask(layout, choice));
      this.#plans.set(key, plan);
      if (key !== this.#wanted) return;
      this.#shown = layout;
      this.#host.place(plan);
    } catch (error) {
      if (key !== this.#wanted) return;
      this.#wanted = "";
      const reason = error instanceof Error ? error.message : String(error);
      this.#host.onNoLayout(this.#givenUp ? null : reason, this.#shown);
    }
    this.busy = false;
    this.#host.requestUpdate();
  }

  /** The reader does not want to wait: the layout that is shown stays. */
  cancel = (): void => {
    if (!this.busy) return;
    this.#givenUp = true;
    this.#host.giveUp();
  };

  async #ask(layout: Layout, choice: Choice): Promise<Plan> {
    this.busy = true;
    this.step = null;
    this.#givenUp = false;
    this.#host.requestUpdate();
    const analysis = await this.#host.analysis();
    return analysis.ask<Plan, Step>("arrange", { name: layout, seed, choice }, (step) => {
      this.step = step;
      this.#host.requestUpdate();
    });
  }
}

const keyOf = (layout: Layout, { kinds, resolution = 1 }: Choice) =>
  `${layout}:${kinds?.join() ?? ""}:${resolution}`;
