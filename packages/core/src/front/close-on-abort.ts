/**
 * Has a signal close something. Returns what takes that back, for when it has ended by itself: a signal may live much
 * longer than all that it could close.
 */
export function closeOnAbort(closable: { close(): Promise<void> }, signal: AbortSignal | undefined): () => void {
  if (signal === undefined || signal.aborted) return () => {};
  const close = (): void => void closable.close();
  signal.addEventListener('abort', close, { once: true });
  return () => signal.removeEventListener('abort', close);
}
