// Plain frames of the site, written without an element of ours: they get the
// height that they ask for as well.
import { fromFrame, toHeight } from "../protocol";
import { site } from "./site";

export function resizePlainFrames(): void {
  window.addEventListener("message", ({ source, origin, data }) => {
    if (origin !== site.origin && origin !== "null") return;
    const message = fromFrame(data);
    const height = message && "told" in message && toHeight(message.detail);
    if (!height) return;
    const frame = [...document.querySelectorAll("iframe")].find(
      ({ contentWindow, src }) => contentWindow === source && src.startsWith(site.href),
    );
    if (frame) frame.style.height = `${height}px`;
  });
}
