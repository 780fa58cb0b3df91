import { AhiruEditor } from "./element";

if (!customElements.get("ahiru-editor")) customElements.define("ahiru-editor", AhiruEditor);

export type { AhiruEditor } from "./element";
export type { EditorKeys } from "./keys";
export type { Problem } from "./problems";

declare global {
  interface HTMLElementTagNameMap {
    "ahiru-editor": AhiruEditor;
  }
}
