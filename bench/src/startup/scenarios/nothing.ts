/** Nothing to import, nothing to wait for. */
export async function firstEvent(): Promise<void> {}
