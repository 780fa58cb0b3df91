import { AhiruNotice } from "./element";

customElements.define("ahiru-notice", AhiruNotice);
