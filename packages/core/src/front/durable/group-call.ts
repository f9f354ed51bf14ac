import type { DurableEvent } from '../../bus/bus-event.js';
import type { BatchContext, GroupContext } from '../../bus/handler-context.js';
import { printable } from '../../errors/printable.js';
import { callHandler } from '../call-handler.js';
import type { RunSubject } from '../handler-run.js';
import type { MiddlewareLayers } from '../middleware-layers.js';
import { callBatchHandler } from './call-batch-handler.js';
import { BatchDeliveryContext, type Decision, GroupDeliveryContext } from './group-contexts.js';
import type { Job, ReadyJob } from './group-job.js';
import type { TakenJobs } from './job-lanes.js';
import type { ResolvedGroupOptions } from './resolve-durable-options.js';

/** What one call of a group's handler is told. */
export type AnyContext = GroupDeliveryContext | BatchDeliveryContext<DurableEvent>;

/** One call of a group's handler: with one event, or with a batch. */
export class GroupCall implements RunSubject {
  readonly taken: readonly TakenJobs<Job>[];
  readonly jobs: readonly [ReadyJob, ...ReadyJob[]];
  readonly context: AnyContext;
  readonly #maxAttempts: number;

  constructor(
    taken: readonly TakenJobs<Job>[],
    jobs: readonly [ReadyJob, ...ReadyJob[]],
    { group, batch, retry }: ResolvedGroupOptions,
  ) {
    const [{ delivery, attempt }] = jobs;
    this.taken = taken;
    this.jobs = jobs;
    this.#maxAttempts = retry.maxAttempts;
    this.context =
      batch === undefined
        ? new GroupDeliveryContext(delivery.envelope, group, attempt)
        : new BatchDeliveryContext(
            jobs.map((job) => job.delivery.event),
            group,
          );
  }

  get channel(): string {
    return this.jobs[0].delivery.channel.name;
  }

  get eventId(): string {
    return this.jobs[0].delivery.event.id;
  }

  get count(): number {
    return this.jobs.length;
  }

  words(): string {
    const [{ attempt }, ...others] = this.jobs;
    const event = `event ${printable(this.eventId)}`;
    if (others.length > 0) return `${event} and ${others.length} more`;
    return `${event} (attempt ${attempt} of ${this.#maxAttempts})`;
  }

  /** What the handler decided about an event. */
  decisionOn({ delivery }: ReadyJob): Decision | undefined {
    const { context } = this;
    return context instanceof GroupDeliveryContext ? context.decision : context.decisions.get(delivery.event);
  }

  /** Calls the handler. */
  start(layers: MiddlewareLayers['deliver'], handler: unknown): unknown {
    const { context, jobs } = this;
    if (context instanceof GroupDeliveryContext) {
      return callHandler(
        layers,
        handler as (event: DurableEvent, context: GroupContext) => unknown,
        jobs[0].delivery,
        context,
      );
    }
    return callBatchHandler(
      layers,
      handler as (events: readonly DurableEvent[], context: BatchContext<DurableEvent>) => unknown,
      jobs.map(({ delivery }) => delivery),
      context,
    );
  }
}
