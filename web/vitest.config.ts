import { defineConfig } from "vitest/config";

// Generated cases take seconds beside other work: only what hangs is to fail by time.
export default defineConfig({ test: { testTimeout: 60_000 } });
