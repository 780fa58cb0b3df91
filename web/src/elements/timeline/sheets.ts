import { unsafeCSS } from "lit";
import palette from "./palette.css";
import panels from "./panels.css";
import style from "./style.css";

export const sheets = [style, panels, palette].map((text) => unsafeCSS(text));
