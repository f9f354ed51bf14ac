import type { SideFigures } from '../../ledger/figures.js';

/** How a plain ioredis on Streams suffers from most faults: what it took and got no answer to stays with it, and what it resends is stored twice. */
export function lostOrTwice({ lost, duplicates, crashes }: SideFigures): string | undefined {
  const ended = crashes.unhandledRejection ?? 0;
  if (lost + duplicates + ended === 0) return undefined;
  return [
    ...(lost > 0 ? [`${lost} not handled`] : []),
    ...(duplicates > 0 ? [`${duplicates} stored or handled twice`] : []),
    ...(ended > 0 ? [`${ended} unhandled rejections, the first of which ends a process`] : []),
  ].join(', ');
}
