import type { DurableEvent } from '../../bus/bus-event.js';
import type { BatchContext, GroupContext } from '../../bus/handler-context.js';
import type { Subscription } from '../../bus/subscription.js';
import type { AnyChannel } from '../../channel/channel.js';
import { printable } from '../../errors/printable.js';
import type { TidingsError } from '../../errors/tidings-error.js';
import type { LogTransport } from '../../transport/log-transport.js';
import type { BusCore } from '../bus-core.js';
import { callHandler } from '../call-handler.js';
import { closeOnAbort } from '../close-on-abort.js';
import { Deadlines } from '../deadlines.js';
import { HandlerRun, type RunOutcome } from '../handler-run.js';
import { isTurnOver, soon } from '../turns.js';
import { callBatchHandler } from './call-batch-handler.js';
import { placeIn, timeOf, writeCursor } from './cursor-text.js';
import { DurableDelivery } from './durable-delivery.js';
import type { DurableReceiver } from './durable-receiver.js';
import { FairShare } from './fair-share.js';
import { BatchDeliveryContext, type Decision, GroupDeliveryContext } from './group-contexts.js';
import { GroupMembership, type MembershipOwner } from './group-membership.js';
import type { HeldEntry } from './held-entry.js';
import { type Again, JobLanes, type TakenJobs } from './job-lanes.js';
import { jsonText } from './json-text.js';
import { isRefused, readEvent } from './read-event.js';
import type { ResolvedGroupOptions } from './resolve-durable-options.js';
import { retryDelayMs } from './retry-delay.js';

/** One event to handle. */
interface Job {
  readonly membership: GroupMembership;
  readonly held: HeldEntry;
  readonly index: number;
}

interface ReadyJob extends Job {
  readonly delivery: DurableDelivery;
  readonly attempt: number;
}

type AnyContext = GroupDeliveryContext | BatchDeliveryContext<DurableEvent>;

interface ActiveRun {
  readonly run: HandlerRun<AnyContext>;
  readonly taken: readonly TakenJobs<Job>[];
  readonly jobs: readonly ReadyJob[];
}

/** A handler as a member of a group, on one or several channels: attempts, retries, dead letters, one lane to a key. */
export class GroupSubscription implements Subscription, DurableReceiver, MembershipOwner {
  readonly channelNames: Set<string>;
  readonly handler: unknown;
  readonly #core: BusCore;
  readonly #options: ResolvedGroupOptions;
  readonly #memberships: ReadonlyMap<string, GroupMembership>;
  readonly #jobs: JobLanes<Job>;
  readonly #runs = new Map<HandlerRun<AnyContext>, ActiveRun>();
  readonly #deadlines: Deadlines;
  readonly #share: FairShare<Job>;
  readonly #ended: (subscription: GroupSubscription) => void;
  readonly #forgetSignal: () => void;
  /** Calls that are being prepared, or run. */
  #slots = 0;
  #pumping = false;
  #batchTimer: unknown;
  #batchIsDue = false;
  #finished = false;
  #closing: Promise<void> | undefined;

  constructor(
    core: BusCore,
    log: LogTransport,
    channels: readonly AnyChannel[],
    handler: unknown,
    options: ResolvedGroupOptions,
    { signal, ended }: { readonly signal: AbortSignal | undefined; ended(subscription: GroupSubscription): void },
  ) {
    this.#core = core;
    this.#options = options;
    this.handler = handler;
    this.channelNames = new Set(channels.map(({ name }) => name));
    this.#jobs = new JobLanes(core.options.clock, () => this.#wake());
    this.#deadlines = new Deadlines(core.options.clock, options.handlerTimeoutMs);
    const { concurrency, maxQueued, batch } = options;
    const least = concurrency * (batch?.maxEvents ?? 1);
    this.#share = new FairShare<Job>(
      core.options.clock,
      { least: Math.min(least, maxQueued), most: maxQueued },
      {
        // Of what was tried before, the attempts are known here only.
        loose: () => this.#jobs.loose().filter(({ held, index }) => held.notes.attempts[index] === 0),
        giveAway: (jobs) => this.#giveAway(jobs),
      },
    );
    this.#memberships = new Map(
      channels.map((channel) => [channel.name, new GroupMembership(core, log, channel, options, this)]),
    );
    this.#ended = ended;
    this.#forgetSignal = closeOnAbort(this, signal);
  }

  get channels(): readonly string[] {
    return [...this.channelNames].sort();
  }

  get closed(): boolean {
    return this.#finished || this.channelNames.size === 0;
  }

  get queued(): number {
    return this.#jobs.waiting;
  }

  get dropped(): number {
    return 0;
  }

  get running(): number {
    return this.#slots;
  }

  get over(): Promise<unknown> {
    return Promise.all([...this.#memberships.values()].map((membership) => membership.stop()));
  }

  async open(): Promise<void> {
    await Promise.all([...this.#memberships.values()].map((membership) => membership.join()));
    for (const membership of this.#memberships.values()) membership.fill();
  }

  async leave(channel: string): Promise<void> {
    if (!this.channelNames.delete(channel)) return;
    const membership = this.#memberships.get(channel);
    const left = membership?.stop();
    if (this.channelNames.size === 0) this.#end();
    // A handler may await this: it does not wait for itself.
    if (membership?.busy === false) await left;
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([...this.channelNames].map((name) => this.leave(name))).then(() => {});
    return this.#closing;
  }

  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    for (const membership of this.#memberships.values()) void membership.stop();
    this.#end();
  }

  abandon(test: ((held: HeldEntry) => boolean) | Error, reason?: TidingsError): void {
    for (const { run, jobs } of [...this.#runs.values()]) {
      // A batch goes on as long as one of its events is still this member's.
      if (test instanceof Error) run.abandon(test as TidingsError);
      else if (reason !== undefined && jobs.every(({ held }) => test(held))) run.abandon(reason);
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  room(): number {
    let events = 0;
    for (const membership of this.#memberships.values()) events += membership.events;
    return this.#share.limit - events;
  }

  roomMade(): void {
    for (const membership of this.#memberships.values()) membership.fill();
  }

  offer(membership: GroupMembership, held: HeldEntry): void {
    const { channel } = membership;
    for (const [index, state] of held.notes.attempts.entries()) {
      if (state === 'done') continue;
      const job: Job = { membership, held, index };
      this.#jobs.add(job, channel.key === undefined ? undefined : laneOf(channel, held, index));
    }
    this.#wake();
  }

  withdraw(membership: GroupMembership, test: (held: HeldEntry) => boolean): void {
    this.#jobs.remove((job) => job.membership === membership && test(job.held));
  }

  #end(): void {
    this.#forgetSignal();
    this.#core.options.clock.clearTimeout(this.#batchTimer);
    this.#share.close();
    this.#ended(this);
  }

  /** Others of the group may have these. */
  #giveAway(jobs: readonly Job[]): void {
    const given = new Set(jobs);
    this.#jobs.remove((job) => given.has(job));
    const byMembership = new Map<GroupMembership, Map<HeldEntry, number[]>>();
    for (const { membership, held, index } of jobs) {
      const entries = byMembership.get(membership) ?? new Map<HeldEntry, number[]>();
      byMembership.set(membership, entries.set(held, [...(entries.get(held) ?? []), index]));
    }
    for (const [membership, entries] of byMembership) membership.giveAway(entries);
  }

  #wake(): void {
    if (this.#jobs.hasReady) this.#share.waits();
    if (this.#pumping || this.#slots >= this.#options.concurrency || !this.#jobs.hasReady) return;
    this.#pumping = true;
    soon(this.#pump);
  }

  readonly #pump = (): void => {
    this.#pumping = false;
    while (this.#slots < this.#options.concurrency && this.#jobs.hasReady && this.#batchIsFull()) {
      if (isTurnOver()) {
        this.#wake();
        return;
      }
      this.#begin(this.#jobs.take(this.#options.batch?.maxEvents ?? 1));
    }
  };

  /** Whether a batch handler should be called now, or wait for more events. */
  #batchIsFull(): boolean {
    const { batch } = this.#options;
    if (batch === undefined || batch.maxWaitMs === 0 || this.#jobs.waiting >= batch.maxEvents) return true;
    if (this.#batchIsDue) {
      this.#batchIsDue = false;
      this.#batchTimer = undefined;
      return true;
    }
    this.#batchTimer ??= this.#core.options.clock.setTimeout(() => {
      this.#batchIsDue = true;
      this.#wake();
    }, batch.maxWaitMs);
    return false;
  }

  /** Takes a slot, and calls the handler once it is noted that it will be, where it has to be. */
  #begin(taken: readonly TakenJobs<Job>[]): void {
    const [first] = taken;
    const jobs = taken.length === 1 && first !== undefined ? first.jobs : taken.flatMap((each) => each.jobs);
    this.#slots += 1;
    this.#core.work.begin();
    for (const { membership, held, index } of jobs) {
      membership.began(held);
      const { careful, attempts } = held.notes;
      if (careful) attempts[index] = Number(attempts[index]) + 1;
    }
    // Of those that were tried before, the log has to know of it: should this process end, it counts one attempt besides.
    const counted = jobs.filter(({ held, index }) => held.notes.attempts[index] !== 0);
    if (counted.length === 0) {
      this.#call(taken, jobs);
      return;
    }
    void Promise.all(counted.map(({ membership, held }) => membership.note(held))).then(() => this.#call(taken, jobs));
  }

  #call(taken: readonly TakenJobs<Job>[], jobs: readonly Job[]): void {
    const ready = jobs.flatMap((job) => this.#prepare(job) ?? []);
    const [first] = ready;
    if (first === undefined) {
      this.#over(taken, []);
      return;
    }
    const { group, handlerTimeoutMs, batch } = this.#options;
    const events = ready.map(({ delivery }) => delivery.event);
    const context =
      batch === undefined
        ? new GroupDeliveryContext(first.delivery.envelope, group, first.attempt)
        : new BatchDeliveryContext(events, group);
    const subject = {
      channel: first.delivery.channel.name,
      eventId: first.delivery.event.id,
      words: () => this.#inWords(ready),
      count: ready.length,
    };
    const run = new HandlerRun<AnyContext>(this.#core, subject, context, handlerTimeoutMs, (_run, outcome) =>
      this.#ran({ run, taken, jobs: ready }, outcome),
    );
    this.#runs.set(run, { run, taken, jobs: ready });
    const layers = this.#core.layers.deliver;
    run.start(
      () =>
        context instanceof GroupDeliveryContext
          ? callHandler(
              layers,
              this.handler as (event: DurableEvent, context: GroupContext) => unknown,
              first.delivery,
              context,
            )
          : callBatchHandler(
              layers,
              this.handler as (events: readonly DurableEvent[], context: BatchContext<DurableEvent>) => unknown,
              ready.map(({ delivery }) => delivery),
              context,
            ),
      this.#deadlines,
    );
  }

  #inWords([first, ...others]: readonly ReadyJob[]): string {
    if (first === undefined) return '';
    const event = `event ${printable(first.delivery.event.id)}`;
    if (others.length > 0) return `${event} and ${others.length} more`;
    return `${event} (attempt ${first.attempt} of ${this.#options.retry.maxAttempts})`;
  }

  /** The event as the handler gets it; undefined if there is nothing to call it with: then that is settled. */
  #prepare(job: Job): ReadyJob | undefined {
    const { membership, held, index } = job;
    const { channel } = membership;
    if (held.lost) return undefined;
    const begun = Number(held.notes.attempts[index]);
    if (membership.stopped) {
      // While it was noted that the handler would be called, its subscription ended: it is not.
      if (held.notes.careful) held.notes.attempts[index] = begun - 1;
      return undefined;
    }
    const attempt = held.notes.careful ? begun : begun + 1;
    const { maxAttempts } = this.#options.retry;
    if (attempt > maxAttempts) {
      const reason = `its handler was at it ${maxAttempts} times when the process ended`;
      this.#bury(job, { code: 'handler_crashed', reason, attempts: maxAttempts });
      return undefined;
    }
    let read: ReturnType<typeof readEvent>;
    try {
      read = readEvent(this.#core, channel, held.elements[index]);
    } catch (error) {
      this.#core.listeners.emit('error', error as TidingsError);
      this.#bury(job, { code: 'async_schema', reason: (error as TidingsError).message, attempts: 0 });
      return undefined;
    }
    if (!isRefused(read)) {
      const { id, partition } = held.entry;
      const cursor = held.entry.parked
        ? writeCursor(read.envelope.time.getTime(), [])
        : writeCursor(timeOf(id), [[partition, { id, index: placeIn(held.elements, index) }]]);
      const delivery = new DurableDelivery(channel, read.envelope, read.data, attempt, cursor);
      return { membership, held, index, attempt, delivery };
    }
    const { reason, message, eventId, envelope } = read;
    if (reason === 'version' && envelope !== undefined) {
      const { minReader, version } = envelope;
      const told = { eventId: envelope.id, version, minReader };
      held.parked.push({ event: jsonText(held.elements[index]), minReader, told });
      membership.done(held, index);
    } else {
      this.#bury(job, { code: reason, reason: message, attempts: 0, eventId });
    }
    return undefined;
  }

  #bury(
    { membership, held, index }: Job,
    why: {
      readonly code: string;
      readonly reason: string;
      readonly attempts: number;
      readonly eventId?: string | undefined;
    },
  ): void {
    if (held.lost) return;
    const { code, reason, attempts, eventId = idOf(held.elements[index]) } = why;
    held.dead.push({ event: jsonText(held.elements[index]), eventId, reason, code, attempts });
    membership.done(held, index);
  }

  #ran({ run, taken, jobs }: ActiveRun, outcome: RunOutcome): void {
    this.#runs.delete(run);
    const error = typeof outcome === 'object' ? outcome : undefined;
    if (error !== undefined) this.#core.listeners.emit('error', error);
    const again = outcome === 'abandoned' ? [] : jobs.flatMap((job) => this.#settle(job, run.context, error) ?? []);
    this.#over(taken, again);
  }

  /** What becomes of an event after an attempt: the job again, if there is to be another. */
  #settle(job: ReadyJob, context: AnyContext, error: TidingsError | undefined): Again<Job> | undefined {
    const { membership, held, index, attempt } = job;
    if (held.lost) return undefined;
    const decision: Decision | undefined =
      context instanceof GroupDeliveryContext ? context.decision : context.decisions.get(job.delivery.event);
    if (decision?.kind === 'deadLetter') {
      this.#bury(job, { code: 'dead_letter', reason: decision.reason, attempts: attempt });
      return undefined;
    }
    if (error === undefined && decision === undefined) {
      membership.done(held, index);
      return undefined;
    }
    const { retry } = this.#options;
    if (attempt >= retry.maxAttempts) {
      this.#bury(job, { ...whyGivenUp(error), attempts: attempt });
      return undefined;
    }
    held.notes.attempts[index] = attempt;
    void membership.note(held);
    this.#core.totals.retried += 1;
    return { job, afterMs: decision?.afterMs ?? retryDelayMs(attempt, retry) };
  }

  #over(taken: readonly TakenJobs<Job>[], again: readonly Again<Job>[]): void {
    this.#slots -= 1;
    this.#core.work.end();
    this.#share.ended(
      taken.reduce((count, { jobs }) => count + jobs.length, 0),
      this.#jobs.waiting,
    );
    for (const each of taken) {
      if (again.length === 0) {
        this.#jobs.over(each, again);
        for (const { membership, held } of each.jobs) membership.ended(held);
        continue;
      }
      // What its membership has given back or lost meanwhile, or is about to give away, is not this member's to repeat.
      const own = again.filter(({ job }) =>
        each.jobs.some((taken) => taken.held === job.held && taken.index === job.index),
      );
      this.#jobs.over(
        each,
        own.filter(({ job }) => job.membership.keeps(job.held)),
      );
      for (const { membership, held } of each.jobs) membership.ended(held);
    }
    this.#wake();
  }
}

/** Events of one key have a lane; what has no key in its envelope, one for its partition. */
function laneOf({ name }: AnyChannel, { entry, elements }: HeldEntry, index: number): string {
  const element = elements[index] as { readonly partitionkey?: unknown } | null | undefined;
  const key = element?.partitionkey;
  return typeof key === 'string' ? `${name} ${entry.partition} ${key}` : `${name} ${entry.partition}`;
}

function idOf(element: unknown): string | undefined {
  const id = (element as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

function whyGivenUp(error: TidingsError | undefined): { readonly code: string; readonly reason: string } {
  if (error === undefined)
    return { code: 'retries_exhausted', reason: 'the handler asked for another attempt after the last' };
  if (error.code !== 'handler_failed') return { code: error.code, reason: error.message };
  const { cause } = error;
  const thrown = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'a value that is no Error';
  return { code: error.code, reason: `the handler threw ${printable(thrown)}` };
}
