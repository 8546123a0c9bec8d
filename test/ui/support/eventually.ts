/** Tries again until the check passes; after twenty seconds its last error is the failure. For what shows up in its own time. */
export async function eventually<T>(check: () => T | Promise<T>, milliseconds = 20_000): Promise<T> {
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
