import { StreamHandle } from "./devices";

/** An open /dev/ahiru/proc/<pid>/kill: whatever is written ends the process. */
export class KillHandle extends StreamHandle {
  constructor(private readonly kill: () => void) {
    super();
  }

  override write(bytes: Uint8Array): number {
    if (bytes.length > 0) this.kill();
    return bytes.length;
  }
}
