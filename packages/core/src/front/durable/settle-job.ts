import { printable } from '../../errors/printable.js';
import type { TidingsError } from '../../errors/tidings-error.js';
import type { BusCore } from '../bus-core.js';
import type { Decision } from './group-contexts.js';
import { bury, type ReadyJob } from './group-job.js';
import type { Again } from './job-lanes.js';
import type { ResolvedGroupOptions } from './resolve-durable-options.js';
import { retryDelayMs } from './retry-delay.js';

/** How an attempt at an event ended. */
export interface AttemptOutcome {
  /** What the handler decided, if it did. */
  readonly decision: Decision | undefined;
  /** How it failed, if it did. */
  readonly error: TidingsError | undefined;
}

/** What becomes of an event after an attempt: the job again, if there is to be another. */
export function settleJob(
  core: BusCore,
  job: ReadyJob,
  { decision, error }: AttemptOutcome,
  retry: ResolvedGroupOptions['retry'],
): Again<ReadyJob> | undefined {
  const { membership, held, index, attempt } = job;
  if (held.lost) return undefined;
  if (decision?.kind === 'deadLetter') {
    bury(job, { code: 'dead_letter', reason: decision.reason, attempts: attempt });
    return undefined;
  }
  if (error === undefined && decision === undefined) {
    membership.done(held, index);
    return undefined;
  }
  if (attempt >= retry.maxAttempts) {
    bury(job, { ...whyGivenUp(error), attempts: attempt });
    return undefined;
  }
  held.notes.attempts[index] = attempt;
  void membership.note(held);
  core.totals.retried += 1;
  return { job, afterMs: decision?.afterMs ?? retryDelayMs(attempt, retry) };
}

function whyGivenUp(error: TidingsError | undefined): { readonly code: string; readonly reason: string } {
  if (error === undefined) {
    return { code: 'retries_exhausted', reason: 'the handler asked for another attempt after the last' };
  }
  if (error.code !== 'handler_failed') return { code: error.code, reason: error.message };
  const { cause } = error;
  const thrown = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'a value that is no Error';
  return { code: error.code, reason: `the handler threw ${printable(thrown)}` };
}
