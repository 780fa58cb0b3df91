// Runs a traced Go program, counts how often its trace was written before its host had a turn, and those turns.
"use strict";
globalThis.fs = require("fs");
globalThis.path = require("path");
const [, , runtime, wasm, ...args] = process.argv;
require(runtime);

const go = new Go();
go.argv = [wasm, ...args];
go.env = { ...process.env };
let writes = 0;
let turns = 0;
const write = fs.writeSync;
fs.writeSync = (fd, ...rest) => {
  if (fd > 2 && writes++ === 0) turns = 0; // the file was opened before
  return write(fd, ...rest);
};
go.exit = () => {
  console.log(writes, turns);
  process.exit();
};

WebAssembly.instantiate(fs.readFileSync(wasm), go.importObject).then(({ instance }) => {
  setInterval(() => turns++, 1);
  return go.run(instance);
});
