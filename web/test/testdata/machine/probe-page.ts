/** Runs the probe in a jail of the machine's own making, and on this page where it is let. */
import probe from "bundle:./probe.ts";
import digest from "hash:./probe.ts";
import { jailDocument } from "../../../src/machine/csp";
import { jailElement } from "../../../src/machine/frame";

interface Outcome {
  frame: Record<string, string>;
  worker: Record<string, string>;
}

/** What the probe in that window says; it is a script there already. */
function ask(where: Window): Promise<Outcome> {
  return new Promise((resolve) => {
    addEventListener("message", ({ data }) => {
      if ((data as Outcome).frame) resolve(data as Outcome);
    });
    where.postMessage({ site: location.origin, text: probe }, "*");
  });
}

async function askJail(): Promise<Outcome> {
  const frame = jailElement(jailDocument(probe, digest));
  document.body.append(frame);
  await new Promise((loaded) => frame.addEventListener("load", loaded));
  return ask(frame.contentWindow!);
}

Object.assign(globalThis, { askJail, askHere: () => ask(window) });
