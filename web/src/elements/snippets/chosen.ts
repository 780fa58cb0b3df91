import { readState } from "../../lib/url-state";

/** The part of <ahiru-demo> that this needs: its public members. */
interface Demo extends Element {
  readonly link: Promise<string | null>;
  readonly edited: boolean;
  readonly source: string;
}

/** What the reader has chosen on this page. */
export interface Chosen {
  state: Record<string, string>;
  /** Their program, "" when it is the lesson's own. */
  code: string;
  /** The program is too long for an address. */
  tooLong: boolean;
}

export async function chosenHere(): Promise<Chosen> {
  const demo = document.querySelector<Demo>("ahiru-demo");
  if (!demo) return { state: readState(location.hash) ?? {}, code: "", tooLong: false };
  const code = demo.edited ? demo.source : "";
  const link = await demo.link;
  const state = readState(new URL(link ?? location.href).hash) ?? {};
  return { state, code, tooLong: link === null && code !== "" };
}
