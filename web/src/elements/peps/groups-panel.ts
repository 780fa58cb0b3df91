// The panel of communities: what they are called, how many PEPs they hold, and
// what they cite of one another.

import { html, nothing } from "lit";
import type { Analysis, Groups } from "./analysis";
import { renderGroupPicture } from "./group-picture";
import type { Lens } from "./lens";
import type { Strings } from "./strings";
import { withOnly, type View } from "./view";

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
  #kinds: readonly string[] | null | undefined; // those that were counted
  #told = "";

  constructor(host: GroupsHost) {
    this.#host = host;
  }

  async #load(kinds: readonly string[] | null) {
    this.#kinds = kinds;
    try {
      const groups = await (await this.#host.analysis()).groups({ kinds });
      if (this.#kinds === kinds) this.#groups = groups;
      this.#told = "";
    } catch (error) {
      this.#told = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }

  render() {
    const { words, lens } = this.#host;
    const { kinds, only } = lens.view;
    if (this.#kinds !== kinds) void this.#load(kinds);
    const groups = this.#groups;
    if (!groups) return html`<p role="status">${this.#told || words.calculating}</p>`;
    const chosen = only.community?.length === 1 ? Number(only.community[0]) : null;
    return html`<p class="amounts">
        ${words.groupsQuality(groups.count, groups.modularity.toFixed(3))}
      </p>
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
