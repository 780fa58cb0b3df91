import type { Report } from "../figures";
import type { Limits } from "../limits";
import { SystemError } from "../errors";
import { parentOf, join } from "../path";
import { figuresDevice, nullDevice, textDevice } from "./devices";
import { FileSystem } from "./filesystem";
import type { Park } from "./park";

/** Where a program finds itself; relative names of given files start here. */
export const home = "/home";

/** What the special files under /dev/ahiru lead to; those for processes are in Processes. */
export interface Listeners {
  report(report: Report): void;
  /** What the machine can do, as one line of JSON. */
  caps: string;
  /** Where a tool waits that was started ahead. */
  park?: Park | undefined;
}

/** The files a run starts with: /home, /tmp, /dev and what it was given. */
export function makeFiles(
  limits: Limits,
  given: Record<string, Uint8Array>,
  listeners: Listeners,
): FileSystem {
  const files = new FileSystem(limits);
  files.mkdir(home, 0o755);
  files.mkdir("/tmp", 0o777);
  files.device("/dev/null", nullDevice());
  files.device("/dev/ahiru/figures", figuresDevice(listeners.report));
  files.device("/dev/ahiru/caps", textDevice(listeners.caps + "\n"));
  files.device("/dev/ahiru/events", nullDevice());
  files.device("/dev/ahiru/trace", nullDevice()); // what opens it is in Processes
  if (listeners.park) files.device("/dev/ahiru/park", listeners.park.device());
  for (const [name, bytes] of Object.entries(given)) give(files, name, bytes);
  return files;
}

/** The absolute path that a name given by the page means. */
export function placeOf(name: string): string {
  return name.startsWith("/") ? name : join(home, name);
}

/** Puts a file there, which must not be there yet. */
export function give(files: FileSystem, name: string, bytes: Uint8Array): void {
  const path = placeOf(name);
  files.mkdirAll(parentOf(path));
  const node = files.openNode(path, { create: true, exclusive: true, permissions: 0o644 });
  if (node.kind === "file") node.write(bytes, 0);
}

/** Puts a file there, whole, in the place of one that is there; without room that one stays as it was. */
export function put(files: FileSystem, name: string, bytes: Uint8Array): void {
  const path = placeOf(name);
  files.mkdirAll(parentOf(path));
  const node = files.openNode(path, { create: true, exclusive: false, permissions: 0o644 });
  if (node.kind !== "file") throw new SystemError("EISDIR");
  node.resize(bytes.length);
  node.write(bytes, 0);
}
