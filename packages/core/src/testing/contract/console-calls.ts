/** Runs something with a method of the console replaced; returns what that was called with. */
export async function consoleCalls(method: 'error' | 'warn', body: () => Promise<void>): Promise<readonly unknown[][]> {
  const calls: unknown[][] = [];
  // biome-ignore lint/suspicious/noConsole: put back below.
  const original = console[method];
  console[method] = (...args: unknown[]): void => void calls.push(args);
  try {
    await body();
  } finally {
    console[method] = original;
  }
  return calls;
}
