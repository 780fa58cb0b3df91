// embed.js: one line in a post, <script async src="https://…/embed.js"></script>.
import { upgrade } from "./blocks";
import { DemoEmbed } from "./demo";
import { PepsEmbed } from "./peps";
import { frames } from "./framed";
import { servePlainFrames } from "./plain";

/** On the site's own pages, and where a post holds the script twice, the elements are there already. */
const define = (name: string, element: CustomElementConstructor) => {
  if (!customElements.get(name)) customElements.define(name, element);
};

define("ahiru-demo", DemoEmbed);
define("ahiru-peps", PepsEmbed);
servePlainFrames(frames);
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", () => upgrade());
} else {
  upgrade();
}
