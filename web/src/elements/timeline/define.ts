import { AhiruTimeline } from "./element";

customElements.define("ahiru-timeline", AhiruTimeline);

declare global {
  interface HTMLElementTagNameMap {
    "ahiru-timeline": AhiruTimeline;
  }
}
