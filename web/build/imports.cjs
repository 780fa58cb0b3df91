// Loaded before Go's own runner for Node when the site build runs a lesson.
// Programs that share memory import the module "shm" (package wasm/shm). Here
// is no machine to share it, so the imports exist and trap: wasm/shm asks
// first, and says in a sentence that memory is not shared.
const trap = (name) => () => {
  throw new WebAssembly.RuntimeError(`shm.${name}: no memory is shared when the site is built`);
};
const names = ["load", "store", "add", "cas", "wait", "notify", "size"];
const shm = Object.fromEntries(names.map((name) => [name, trap(name)]));
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = (source, imports) => instantiate(source, { shm, ...imports });
