import { AhiruPeps } from "./element";

customElements.define("ahiru-peps", AhiruPeps);
