/**
 * The kernel of the in-page computer: this file's bundle is the one script of
 * the jail's frame. It takes a port from the page, once, and answers there.
 */
import wasmExec from "goroot:wasm_exec.js";
import glue from "bundle:../worker/main.ts";
import type { PageMessage } from "../protocol";
import { Kernel } from "./kernel";
import { Workers } from "./workers";

function connect(port: MessagePort): void {
  const kernel = new Kernel(new Workers(`${wasmExec}\n${glue}`), (m, t = []) =>
    port.postMessage(m, t),
  );
  port.onmessage = (event) => kernel.hear(event.data as PageMessage);
  void kernel.open();
}

function welcome(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== parent || !port) return;
  removeEventListener("message", welcome);
  connect(port);
}

addEventListener("message", welcome);
