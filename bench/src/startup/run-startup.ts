import { startParticipant } from '../process/participant.js';
import type { Said } from './messages.js';
import type { StartupContender } from './scenario.js';

/** What a start came to: milliseconds since the process was asked for, and memory. */
export interface StartupFigures extends Readonly<Record<string, number>> {
  readonly importedMs: number;
  readonly handledMs: number;
  /** Of these, after Node itself had started. */
  readonly ownMs: number;
  /** Processor time, that of Node itself included: what else runs on the machine hardly counts. */
  readonly processorMs: number;
  readonly rssMB: number;
}

/** Starts a process, and ends it when it has handled an event. */
export async function runStartup({ module }: StartupContender, redisUrl: string): Promise<StartupFigures> {
  const askedAt = performance.timeOrigin + performance.now();
  using participant = startParticipant<Said>(new URL('./startup-process.js', import.meta.url), [module, redisUrl]);
  const { begunAt, importedAt, handledAt, cpuMs, rss } = await participant.said('handled');
  return {
    importedMs: importedAt - askedAt,
    handledMs: handledAt - askedAt,
    ownMs: handledAt - begunAt,
    processorMs: cpuMs,
    rssMB: rss / 1_048_576,
  };
}
