import type { Machine } from "../../machine/index";
import type { ToolchainApi } from "../../machine/toolchain/api";
import { siteRoot } from "./permalink";
import type { Runner } from "./runner";

/** A machine whose jail is put into mount. Its code comes when a program is first wanted. */
export async function makeRunner(mount: Node): Promise<Runner> {
  const { Machine } = await import("../../machine/index");
  return new Machine(mount);
}

const toolchain = () => new URL("toolchain/", siteRoot());

/** Whether the site's builder has made the toolchain; true where that cannot be told. */
export async function toolchainIsHere(): Promise<boolean> {
  const answer = await fetch(new URL("index.json", toolchain()), { method: "HEAD" }).catch(
    () => null,
  );
  return answer?.status !== 404;
}

/** The compiler and linker on that machine; nothing is fetched yet. */
export async function makeToolchain(runner: Runner): Promise<ToolchainApi> {
  const { Toolchain } = await import("../../machine/toolchain/toolchain");
  return new Toolchain(runner as Machine, toolchain());
}

/** Starts Go of our own, which formats or reads traces; what runs it comes with it. */
export const engineAt = (address: URL) => async () => {
  const { startEngine } = await import("../../machine/engine");
  return startEngine(address);
};
