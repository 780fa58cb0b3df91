import { syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { highlighter } from "../../lib/highlight";

/** What CodeMirror's own sheet would decide otherwise. The rest is in style.css, one theme for light and dark. */
const theme = EditorView.theme({
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit" },
});

/** Code has the colours of the page's other code: classes of one highlighter. */
export const look: Extension = [theme, syntaxHighlighting(highlighter)];
