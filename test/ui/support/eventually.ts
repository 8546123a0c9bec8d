/** Tries again until the check passes; after a minute its last error is the failure. For what shows up in its own time. */
export async function eventually<T>(check: () => T | Promise<T>, milliseconds = 60_000): Promise<T> {
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
