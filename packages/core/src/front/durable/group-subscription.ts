import type { Subscription } from '../../bus/subscription.js';
import type { AnyChannel } from '../../channel/channel.js';
import type { TidingsError } from '../../errors/tidings-error.js';
import type { LogTransport } from '../../transport/log-transport.js';
import type { BusCore } from '../bus-core.js';
import { closeOnAbort } from '../close-on-abort.js';
import { Deadlines } from '../deadlines.js';
import { HandlerRun, type RunOutcome } from '../handler-run.js';
import { Roster } from '../roster.js';
import { isTurnOver, soon } from '../turns.js';
import type { DurableReceiver } from './durable-receiver.js';
import { FairShare } from './fair-share.js';
import { type AnyContext, GroupCall } from './group-call.js';
import { type Job, laneOf, type ReadyJob } from './group-job.js';
import { GroupMembership, type MembershipOwner } from './group-membership.js';
import type { HeldEntry } from './held-entry.js';
import { type Again, JobLanes, type TakenJobs } from './job-lanes.js';
import { prepareJob } from './prepare-job.js';
import type { ResolvedGroupOptions } from './resolve-durable-options.js';
import { settleJob } from './settle-job.js';

type GroupRun = HandlerRun<AnyContext, GroupCall>;

/** A handler as a member of a group, on one or several channels: attempts, retries, dead letters, one lane to a key. */
export class GroupSubscription implements Subscription, DurableReceiver, MembershipOwner {
  readonly channelNames: Set<string>;
  readonly handler: unknown;
  readonly #core: BusCore;
  readonly #options: ResolvedGroupOptions;
  readonly #memberships: ReadonlyMap<string, GroupMembership>;
  readonly #jobs: JobLanes<Job>;
  readonly #runs = new Roster<GroupRun>();
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
    for (const run of this.#runs) {
      // A batch goes on as long as one of its events is still this member's.
      if (test instanceof Error) run.abandon(test as TidingsError);
      else if (reason !== undefined && run.subject.jobs.every(({ held }) => test(held))) run.abandon(reason);
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  room(): number {
    let events = 0;
    for (const membership of this.#memberships.values()) events += membership.events;
    const { limit } = this.#share;
    const room = limit - events;
    // As long as there is enough to do, it is not worth while to ask for little.
    return room * 2 >= limit || !this.#hasEnough ? room : 0;
  }

  roomMade(): void {
    for (const membership of this.#memberships.values()) membership.fill();
  }

  offer(membership: GroupMembership, held: HeldEntry): void {
    const { channel } = membership;
    for (const [index, state] of held.notes.attempts.entries()) {
      if (state === 'done') continue;
      this.#jobs.add({ membership, held, index }, laneOf(channel, held, index));
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
    if (!this.#hasEnough) this.roomMade();
  };

  /** Whether there is enough for the next call of the handler. */
  get #hasEnough(): boolean {
    return this.#jobs.hasReady && this.#jobs.waiting >= (this.#options.batch?.maxEvents ?? 1);
  }

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
    this.#slots += 1;
    this.#core.work.begin();
    let isCounted = false;
    for (const { jobs } of taken) {
      for (const { membership, held, index } of jobs) {
        membership.began(held);
        const { careful, attempts } = held.notes;
        if (careful) attempts[index] = Number(attempts[index]) + 1;
        isCounted ||= attempts[index] !== 0;
      }
    }
    if (isCounted) void this.#noted(taken).then(() => this.#call(taken));
    else this.#call(taken);
  }

  /** Of those that were tried before, the log has to know of it: should this process end, it counts one attempt besides. */
  async #noted(taken: readonly TakenJobs<Job>[]): Promise<void> {
    const counted = taken.flatMap(({ jobs }) => jobs.filter(({ held, index }) => held.notes.attempts[index] !== 0));
    await Promise.all(counted.map(({ membership, held }) => membership.note(held)));
  }

  #call(taken: readonly TakenJobs<Job>[]): void {
    const { retry, handlerTimeoutMs } = this.#options;
    const ready: ReadyJob[] = [];
    for (const { jobs } of taken) {
      for (const job of jobs) {
        const prepared = prepareJob(this.#core, job, retry.maxAttempts);
        if (prepared !== undefined) ready.push(prepared);
      }
    }
    if (!isSome(ready)) {
      this.#over(taken, []);
      return;
    }
    const call = new GroupCall(taken, ready, this.#options);
    const run: GroupRun = new HandlerRun(this.#core, call, call.context, handlerTimeoutMs, this.#ran);
    this.#runs.add(run);
    run.start(() => call.start(this.#core.layers.deliver, this.handler), this.#deadlines);
  }

  readonly #ran = (run: GroupRun, outcome: RunOutcome): void => {
    this.#runs.delete(run);
    const error = typeof outcome === 'object' ? outcome : undefined;
    if (error !== undefined) this.#core.listeners.emit('error', error);
    const call = run.subject;
    const again: Again<Job>[] = [];
    if (outcome !== 'abandoned') {
      for (const job of call.jobs) {
        const next = settleJob(this.#core, job, { decision: call.decisionOn(job), error }, this.#options.retry);
        if (next !== undefined) again.push(next);
      }
    }
    this.#over(call.taken, again);
  };

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

function isSome(jobs: readonly ReadyJob[]): jobs is readonly [ReadyJob, ...ReadyJob[]] {
  return jobs.length > 0;
}
