// The panel of communities: what they are called, how many PEPs they hold, and
// what they cite of one another.

import { html, nothing } from "lit";
import type { Analysis, Groups } from "./analysis";
import { renderGroupPicture } from "./group-picture";
import type { Lens } from "./lens";
import type { Strings } from "./strings";
import { resolutions, withOnly, type View } from "./view";

export interface GroupsHost {
  readonly words: Strings;
  readonly lens: Lens;
  setView(view: View): void;
  analysis(): Promise<Analysis>;
  /** Shows PEPs as large as they can be; none: the whole map. */
  frame(numbers: readonly number[]): void;
  requestUpdate(): void;
}

const mostLinks = 40; // rows of the table

export class GroupsPanel {
  #host: GroupsHost;
  #groups: Groups | null = null;
  #asked: View | null = null; // whose groups these are, or will be
  #told = "";

  constructor(host: GroupsHost) {
    this.#host = host;
  }

  async #load(view: View) {
    this.#asked = view;
    const { kinds, resolution } = view;
    try {
      const groups = await (await this.#host.analysis()).groups({ kinds, resolution });
      if (this.#asked === view) this.#groups = groups;
      this.#told = "";
    } catch (error) {
      this.#told = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }

  #isOf({ kinds, resolution }: View) {
    return this.#asked?.kinds === kinds && this.#asked.resolution === resolution;
  }

  render() {
    const { words, lens } = this.#host;
    const { only } = lens.view;
    if (!this.#isOf(lens.view)) void this.#load(lens.view);
    const groups = this.#groups;
    if (!groups) return html`<p role="status">${this.#told || words.calculating}</p>`;
    const chosen = only.community?.length === 1 ? Number(only.community[0]) : null;
    return html`${this.#resolution()}
      <p class="amounts">${words.groupsQuality(groups.count, groups.modularity.toFixed(3))}</p>
      ${
        chosen === null
          ? nothing
          : html`<p>
              <button type="button" class="plain-button" @click=${() => this.#show(null)}>
                ${words.groupAll}
              </button>
            </p>`
      }
      ${renderGroupPicture(groups, chosen, words, (group) => this.#show(group))}
      ${this.#list(groups, chosen)} ${this.#links(groups, chosen)}
      <p class="hint">${words.groupsHint}</p>`;
  }

  /** Other communities have other numbers, so one that was chosen is chosen no more. */
  #resolution() {
    const { words, lens } = this.#host;
    const { resolution } = lens.view;
    const change = (event: Event) => {
      const to = Number((event.target as HTMLInputElement).value);
      const all = withOnly(lens.view, "community", null);
      const alone = lens.view.only.community !== undefined;
      this.#host.setView({ ...all, hide: alone ? false : all.hide, resolution: to });
    };
    return html`<div class="field">
      <label for="resolution">${words.resolution}: ${resolution}</label>
      <input
        id="resolution"
        type="range"
        min=${resolutions.least}
        max=${resolutions.most}
        step=${resolutions.step}
        .value=${String(resolution)}
        @change=${change}
      />
    </div>`;
  }

  /** One community by itself; null for all again. */
  #show(group: number | null) {
    const { lens } = this.#host;
    const one = withOnly(lens.view, "community", group === null ? null : [String(group)]);
    this.#host.setView({ ...one, hide: group !== null });
    this.#host.frame(group === null ? [] : this.#groups!.members[group]!);
  }

  #list({ members, names }: Groups, chosen: number | null) {
    const { words } = this.#host;
    return html`<table aria-label=${words.attributes["community"]!}>
      <thead>
        <tr>
          <th scope="col">${words.attributes["community"]}</th>
          <th scope="col" class="count">${words.groupSize}</th>
        </tr>
      </thead>
      <tbody>
        ${members.map(
          (peps, group) =>
            html`<tr aria-current=${group === chosen ? "true" : nothing}>
              <td class="title" lang="en">
                <button
                  type="button"
                  title=${words.groupShow(names[group]!)}
                  @click=${() => this.#show(group)}
                >
                  ${names[group]}
                </button>
              </td>
              <td class="count">${peps.length}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** References between communities, the strongest first; of the chosen one only, if there is one. */
  #links({ links, names }: Groups, chosen: number | null) {
    const { words } = this.#host;
    const between = links
      .filter(
        ({ from, to }) => from !== to && (chosen === null || from === chosen || to === chosen),
      )
      .sort((a, b) => b.edges - a.edges)
      .slice(0, mostLinks);
    return html`<table aria-label=${words.references}>
      <thead>
        <tr>
          <th scope="col">${words.groupFrom}</th>
          <th scope="col">${words.groupTo}</th>
          <th scope="col" class="count">${words.references}</th>
          <th scope="col" class="count">${words.count}</th>
        </tr>
      </thead>
      <tbody>
        ${between.map(
          ({ from, to, edges, mentions }) =>
            html`<tr>
              <td lang="en">${names[from]}</td>
              <td lang="en">${names[to]}</td>
              <td class="count">${edges}</td>
              <td class="count">${mentions}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
