import { unsafeCSS } from "lit";
import code from "./code.css";
import controls from "./controls.css";
import output from "./output.css";
import plan from "./plan/plan.css";
import ribbon from "./ribbon.css";
import base from "./style.css";

/** The element's style sheets, one for each part of it. */
export const sheets = [base, controls, code, output, plan, ribbon].map((text) => unsafeCSS(text));
