import { unsafeCSS } from "lit";
import base from "./sheets/base.css";
import controls from "./sheets/controls.css";
import corpora from "./sheets/corpora.css";
import fields from "./sheets/fields.css";
import legend from "./sheets/legend.css";
import metrics from "./sheets/metrics.css";
import narrow from "./sheets/narrow.css";
import panel from "./sheets/panel.css";
import phases from "./sheets/phases.css";
import pictures from "./sheets/pictures.css";
import print from "./sheets/print.css";
import reading from "./sheets/reading.css";
import search from "./sheets/search.css";
import sheet from "./sheets/sheet.css";
import tables from "./sheets/tables.css";

/** The element's style sheets, one for each part of it. What is for narrow maps comes after what it changes. */
const texts = [
  base,
  search,
  panel,
  metrics,
  pictures,
  reading,
  fields,
  controls,
  legend,
  sheet,
  tables,
  phases,
  narrow,
  corpora,
  print,
];

export const sheets = texts.map((text) => unsafeCSS(text));
