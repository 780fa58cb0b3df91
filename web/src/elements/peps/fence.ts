// Whether WebGL has drawn what it was told to, asked without waiting for it.

type Mark = readonly [gl: WebGL2RenderingContext, sync: WebGLSync];

export class Fence {
  #marks: Mark[] = [];

  /** Marks what contexts have been told until now. */
  set(contexts: Iterable<WebGL2RenderingContext>): void {
    this.clear();
    for (const gl of contexts) {
      const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      if (sync) this.#marks.push([gl, sync]);
      gl.flush();
    }
  }

  /** Whether all of it is drawn; a context that was lost draws nothing any more. */
  get passed(): boolean {
    return this.#marks.every(
      ([gl, sync]) =>
        gl.isContextLost() || gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED,
    );
  }

  clear(): void {
    for (const [gl, sync] of this.#marks) gl.deleteSync(sync);
    this.#marks = [];
  }
}
