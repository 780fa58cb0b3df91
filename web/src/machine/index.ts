/**
 * The in-page computer. A Machine runs Go programs, compiled to WebAssembly,
 * in a frame that can reach neither the network nor storage nor this page.
 */
export { Machine } from "./machine";
export type { RunOptions } from "./machine";
export type { OutputEvent, PauseOutcome, Run, RunListener, RunResult } from "./run";
export type { TracePiece } from "./protocol";
export type { ClockChoice } from "./pace";
export type { Drawing } from "./drawings";
export type { Figure, Lane } from "./figures";
export type { Place, PlanLine } from "./plan";
export type { Limits } from "./limits";
