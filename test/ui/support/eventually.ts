/** Milliseconds that a step may take on a busy machine before it counts as failed. */
export const patience = 60_000;

/** Tries again until the check passes; after a minute its last error is the failure. For what shows up in its own time. */
export async function eventually<T>(check: () => T | Promise<T>, milliseconds = patience): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
