import { AhiruDemo } from "./element";

customElements.define("ahiru-demo", AhiruDemo);

declare global {
  interface HTMLElementTagNameMap {
    "ahiru-demo": AhiruDemo;
  }
}
