import { AhiruOffline } from "./element";
import { AhiruUpdate } from "./update";

customElements.define("ahiru-update", AhiruUpdate);
customElements.define("ahiru-offline", AhiruOffline);
