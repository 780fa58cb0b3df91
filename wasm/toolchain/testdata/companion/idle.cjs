// Runs a traced Go program and, once it is idle, does what a host does to have a deadlock reported:
// it asks whether anybody sleeps and prints the answer, stops the trace, whose timer would hide a deadlock, and when no
// timer is left sends the event 0.
"use strict";
globalThis.fs = require("fs");
globalThis.path = require("path");
const [, , runtime, wasm, ...args] = process.argv;
require(runtime);

const go = new Go();
go.argv = [wasm, ...args];
go.env = { ...process.env };
go.exit = process.exit;

WebAssembly.instantiate(fs.readFileSync(wasm), go.importObject).then(({ instance }) => {
  const begins = setInterval(() => {
    if (!globalThis.ahiruTrace) return;
    clearInterval(begins);
    setTimeout(() => {
      console.log(globalThis.ahiruTrace("sleeps"));
      globalThis.ahiruTrace("stop");
    }, 300);
  }, 10);
  let quiet = 0;
  const watch = setInterval(() => {
    quiet = go._scheduledTimeouts.size === 0 ? quiet + 1 : 0;
    if (quiet < 10) return;
    clearInterval(watch);
    go._pendingEvent = { id: 0 };
    go._resume();
  }, 20);
  return go.run(instance);
});
