import type { Runner } from "./program";

/** A machine whose jail is put into mount. Its code comes when a program is first wanted. */
export async function makeRunner(mount: Node): Promise<Runner> {
  const { Machine } = await import("../../machine/index");
  return new Machine(mount);
}
