// Plain frames of the site, written without an element of ours: they get the
// height that they ask for as well, and the frames of our elements, which no
// other frame can find, hear of them.
import { fromFrame, fromSibling, toHeight } from "../protocol";
import { site } from "./site";

/** The frames of the elements on this page. */
export type Frames = Iterable<HTMLIFrameElement>;

export function servePlainFrames(frames: Frames): void {
  window.addEventListener("message", ({ source, origin, data }) => {
    if (origin !== site.origin && origin !== "null") return;
    const greeting = fromSibling(data);
    const message = fromFrame(data);
    const height = message && "told" in message && toHeight(message.detail);
    if (!height && greeting?.turn !== "here") return;
    const frame = [...document.querySelectorAll("iframe")].find(
      ({ contentWindow, src }) => contentWindow === source && src.startsWith(site.href),
    );
    if (!frame) return;
    if (height) frame.style.height = `${height}px`;
    else for (const { contentWindow } of frames) contentWindow?.postMessage(data, site.origin);
  });
}
