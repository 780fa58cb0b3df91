// What travels between the page and the worker that runs a program of ours.

export type ToWorker =
  | { type: "start"; wasm: ArrayBuffer }
  | { type: "call"; id: number; name: string; argument: string; files?: Uint8Array[] };

export type FromWorker =
  | { type: "up" } // the worker's script runs
  | { type: "ready"; names: string[] } // the program has announced its functions
  | { type: "answer"; id: number; json: string }
  | { type: "told"; id: number; json: string } // of progress within a call
  | { type: "refusal"; id: number; message: string }
  | { type: "ended"; message: string }; // the program is no more
