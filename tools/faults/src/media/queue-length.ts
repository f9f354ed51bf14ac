/** Commands of an ioredis client that wait, to be sent or to be answered: its own books, which it shows to nobody. */
export function queueLength(client: object): number {
  const { commandQueue, offlineQueue } = client as Partial<Record<string, { readonly length: number }>>;
  return (commandQueue?.length ?? 0) + (offlineQueue?.length ?? 0);
}
