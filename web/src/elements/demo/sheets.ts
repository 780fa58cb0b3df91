import { unsafeCSS } from "lit";
import board from "./board/board.css";
import code from "./code.css";
import controls from "./controls.css";
import editable from "./editable/editable.css";
import notes from "./notes.css";
import output from "./output.css";
import plan from "./plan/plan.css";
import ribbon from "./ribbon.css";
import base from "./style.css";
import time from "./time.css";
import workshop from "./workshop.css";

/** The element's style sheets, one for each part of it. */
const texts = [base, controls, code, notes, output, plan, editable, board, ribbon, workshop, time];

export const sheets = texts.map((text) => unsafeCSS(text));
