/** What a caller waits for while the lesson is still loading, until it comes or is called off. */
export class Waiting {
  private end: (() => void) | undefined;

  get on(): boolean {
    return this.end !== undefined;
  }

  /** Whether it came; false when cancel() was quicker. Rejects as it does. */
  async until(came: Promise<void>): Promise<boolean> {
    const cancelled = new Promise<boolean>((resolve) => (this.end = () => resolve(false)));
    try {
      return await Promise.race([came.then(() => true), cancelled]);
    } finally {
      this.end = undefined;
    }
  }

  /** Nothing when nobody waits. */
  cancel(): void {
    this.end?.();
  }
}
