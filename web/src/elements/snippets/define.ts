import { AhiruSnippets } from "./element";

customElements.define("ahiru-snippets", AhiruSnippets);
