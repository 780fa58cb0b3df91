// The formats that are text: loaded when the reader saves a run.

export { csv } from "./csv";
export { perfetto } from "./perfetto";
export { svg } from "./svg";
