/** Repeats `check` until it no longer throws; rejects with its last error after `ms` milliseconds. */
export async function eventually<T>(check: () => Promise<T> | T, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
