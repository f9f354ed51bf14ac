import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import { abortedPublish } from './aborted-publish.js';
import type { ResolvedBusOptions } from './bus-options.js';
import type { Carrier, LaneTarget } from './carrier.js';
import { Deadlines } from './deadlines.js';
import { Fifo } from './fifo.js';
import { type FramePart, Lane, type TakenFrame } from './lane.js';
import { OutgoingEvents, type Sized } from './outgoing-events.js';
import { afterIo } from './turns.js';

const leastToTidy = 32;

/**
 * What a bus publishes, until its transport has answered. Events of one lane (a channel, or a partition of its log) that are published at about the same
 * time share a frame; what is in flight and what waits is bounded; while the transport is away everything waits.
 */
export class Outbox<T extends LaneTarget = LaneTarget> {
  readonly #carrier: Carrier<T>;
  readonly #options: ResolvedBusOptions;
  readonly #problem: () => TidingsError | undefined;
  readonly #lanes = new Map<string, Lane<T>>();
  readonly #deadlines: Deadlines;
  /** What is not answered, and some of what is. (A set would make its table anew all the time.) */
  readonly #unanswered = new Fifo<OutgoingEvents>();
  #tidyAt = leastToTidy;
  /** Lanes with something to send whose channel is not writable. */
  #held: Lane<T>[] = [];
  #opened = false;
  /** Why nothing can be sent any more. */
  #over: { readonly code: 'closed' | 'not_sent'; readonly why: string; readonly cause: unknown } | undefined;
  #scheduled = false;
  /** Lanes with something to send, in turn. */
  readonly #dirty = new Fifo<Lane<T>>();
  #inFlightBytes = 0;
  #outgoing = 0;
  #whenEmpty: (() => void)[] = [];

  /** @param problem What keeps the transport away at the moment, if anything does. */
  constructor(carrier: Carrier<T>, options: ResolvedBusOptions, problem: () => TidingsError | undefined) {
    this.#carrier = carrier;
    this.#options = options;
    this.#problem = problem;
    this.#deadlines = new Deadlines(options.clock, options.publishTimeoutMs);
  }

  /** Events accepted and not answered. */
  get outgoing(): number {
    return this.#outgoing;
  }

  /**
   * Takes envelopes for one place. Undefined if the transport accepted them at once.
   *
   * @param value What whoever published them gets, once they are accepted.
   */
  add<V>(
    target: T,
    envelopes: readonly string[],
    value: () => V,
    signal: AbortSignal | undefined,
    onceKeys?: readonly (string | undefined)[],
  ): Promise<V> | undefined {
    const { channel } = target;
    if (this.#over !== undefined) {
      const { code, why, cause } = this.#over;
      throw new TidingsError(code, `nothing was published on '${channel}': ${why}`, { channel, cause });
    }
    if (signal?.aborted) throw abortedPublish(channel, signal);
    if (this.#refusesWhatWaits && !this.#carrier.isWritable(target)) throw disconnected(channel, this.#problem());
    if (this.#outgoing + envelopes.length > this.#options.maxOutgoing) {
      throw new TidingsError(
        'queue_full',
        `${this.#outgoing} events are waiting to be sent, and ${this.#options.maxOutgoing} is the most (maxOutgoing): publish more slowly, or wait for earlier publishes`,
        { channel },
      );
    }
    const lane = this.#laneOf(target);
    const [lone] = envelopes;
    if (lone !== undefined && envelopes.length === 1 && this.#needsNoTurn(lane)) {
      return this.#sendLone(lane, lone, value, onceKeys?.[0]);
    }
    const events = this.#newEvents(channel, envelopes, value, onceKeys);
    lane.add(events);
    this.#list(lane);
    if (!this.#carrier.gathers) this.#flush();
    if (events.settled) return events.outcome();
    this.#deadlines.add(events);
    if (signal !== undefined) events.listenTo(signal);
    if (this.#carrier.gathers) this.#schedule();
    return events.outcome();
  }

  /** The transport is open, and what was not writable may be. */
  resume(): void {
    if (this.#over !== undefined) return;
    this.#opened = true;
    for (const lane of this.#held) this.#dirty.push(lane);
    this.#held = [];
    this.#flush();
  }

  /** The transport is away, as a whole or in part. */
  away(): void {
    if (!this.#refusesWhatWaits) return;
    for (const lane of this.#lanes.values()) if (lane.listed) this.#rejectIfHeld(lane);
  }

  /** Sends what waits and resolves when all is answered. */
  drained(): Promise<void> {
    this.#flush();
    return this.#outgoing === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  /** The bus is closed: rejects what is still unanswered, and whatever comes later. */
  close(): void {
    this.#end('closed', 'the bus is closed', undefined);
  }

  /** The transport could not be opened: the same, with why. */
  refuse(cause: TidingsError): void {
    this.#end('not_sent', cause.message, cause);
  }

  #end(code: 'closed' | 'not_sent', why: string, cause: unknown): void {
    this.#over = { code, why, cause };
    this.#opened = false;
    this.#dirty.keep(() => false);
    this.#held = [];
    for (let events = this.#unanswered.shift(); events !== undefined; events = this.#unanswered.shift()) {
      events.abandon(code, why, cause);
    }
    this.#deadlines.clear();
  }

  /** Whether an event can leave before anything else happens: most do where frames cost no round trip. */
  #needsNoTurn(lane: Lane<T>): boolean {
    return (
      !this.#carrier.gathers &&
      this.#opened &&
      lane.size === 0 &&
      !lane.busy &&
      this.#dirty.size === 0 &&
      this.#inFlightBytes < this.#options.maxInFlightBytes &&
      this.#carrier.isWritable(lane.target)
    );
  }

  #sendLone<V>(lane: Lane<T>, envelope: string, value: () => V, onceKey: string | undefined): Promise<V> | undefined {
    const { channel } = lane.target;
    const frame = lane.loneFrame(envelope, onceKey);
    let answer: Promise<void> | undefined;
    try {
      answer = this.#carrier.send(lane.target, frame);
    } catch (error) {
      throw sendingError(channel, error);
    }
    if (answer === undefined) return undefined;
    const events = this.#newEvents(channel, [envelope], value, undefined);
    events.take();
    this.#deadlines.add(events);
    this.#await(lane, { ...frame, parts: [{ of: events, count: 1 }], length: envelope.length }, answer);
    return events.outcome();
  }

  #newEvents<V>(
    channel: string,
    envelopes: readonly string[],
    value: () => V,
    onceKeys: readonly (string | undefined)[] | undefined,
  ): OutgoingEvents<V> {
    const events = new OutgoingEvents(channel, envelopes, value, this.#forget, this.#problem, onceKeys);
    this.#outgoing += envelopes.length;
    this.#remember(events);
    return events;
  }

  #remember(events: OutgoingEvents): void {
    if (this.#unanswered.size >= this.#tidyAt) {
      this.#unanswered.keep(({ settled }) => !settled);
      this.#tidyAt = Math.max(leastToTidy, 2 * this.#unanswered.size);
    }
    this.#unanswered.push(events);
  }

  #laneOf(target: T): Lane<T> {
    let lane = this.#lanes.get(target.key);
    if (lane === undefined) {
      lane = new Lane(target, (envelope, number) => this.#carrier.complete(envelope, number));
      this.#lanes.set(target.key, lane);
    }
    return lane;
  }

  #list(lane: Lane<T>): void {
    if (lane.listed || lane.busy) return;
    lane.listed = true;
    this.#dirty.push(lane);
  }

  /**
   * Sends what is there by then: after the I/O at hand, because whoever is called back by it may publish too; but at the end of this
   * task if nothing is on its way, so that a lone event does not wait.
   */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    if (this.#inFlightBytes === 0) queueMicrotask(this.#flushScheduled);
    else afterIo(this.#flushScheduled);
  }

  readonly #flushScheduled = (): void => {
    this.#scheduled = false;
    this.#flush();
  };

  /** Whether what can't be sent is rejected; the first opening is waited for, unless it is known to be in trouble. */
  get #refusesWhatWaits(): boolean {
    return this.#options.whileDisconnected === 'reject' && (this.#opened || this.#problem() !== undefined);
  }

  /** One frame of each lane in turn, until nothing that is writable waits or enough is on its way. */
  #flush(): void {
    while (this.#opened && this.#inFlightBytes < this.#options.maxInFlightBytes) {
      const lane = this.#dirty.shift();
      if (lane === undefined) return;
      this.#sendOrHold(lane);
    }
  }

  #sendOrHold(lane: Lane<T>): void {
    if (!this.#carrier.isWritable(lane.target)) {
      this.#held.push(lane);
      if (this.#refusesWhatWaits) this.#rejectIfHeld(lane);
      return;
    }
    lane.listed = false;
    this.#sendFrame(lane);
    if (lane.size > 0) this.#list(lane);
  }

  #rejectIfHeld(lane: Lane<T>): void {
    if (!this.#carrier.isWritable(lane.target)) lane.reject(disconnected(lane.target.channel, this.#problem()));
  }

  #sendFrame(lane: Lane<T>): void {
    const frame = lane.takeFrame(this.#carrier.frame);
    if (frame !== undefined) this.#send(lane, frame);
  }

  #send(lane: Lane<T>, frame: TakenFrame): void {
    const { channel } = lane.target;
    const { parts } = frame;
    let answer: Promise<void> | undefined;
    try {
      answer = this.#carrier.send(lane.target, frame);
    } catch (error) {
      this.#failed(channel, parts, error);
      return;
    }
    if (answer === undefined) {
      for (const { of, count } of parts) of.accepted(count);
      return;
    }
    this.#await(lane, frame, answer);
  }

  #await(lane: Lane<T>, { parts, length }: TakenFrame, answer: Promise<void>): void {
    this.#inFlightBytes += length;
    lane.busy = this.#carrier.oneAtATime;
    const answered = (): void => {
      this.#inFlightBytes -= length;
      if (lane.busy) {
        lane.busy = false;
        if (lane.size > 0) this.#list(lane);
      }
      this.#flush();
    };
    answer.then(
      () => {
        for (const { of, count } of parts) of.accepted(count);
        answered();
      },
      (error: unknown) => {
        this.#failed(lane.target.channel, parts, error);
        answered();
      },
    );
  }

  #failed(channel: string, parts: readonly FramePart[], cause: unknown): void {
    const error = sendingError(channel, cause);
    for (const { of, count } of parts) of.failed(count, error);
  }

  readonly #forget = ({ size }: Sized): void => {
    this.#outgoing -= size;
    if (this.#outgoing > 0) return;
    const waiting = this.#whenEmpty;
    this.#whenEmpty = [];
    for (const resolve of waiting) resolve();
  };
}

/** What it means for the events that sending them failed. */
function sendingError(channel: string, cause: unknown): TidingsError {
  if (isTidingsError(cause)) return cause;
  return new TidingsError(
    'outcome_unknown',
    'the transport failed while it sent the event, which may or may not have been accepted',
    { cause, channel },
  );
}

function disconnected(channel: string, problem: TidingsError | undefined): TidingsError {
  const why = problem === undefined ? 'it has no connection' : problem.message;
  const message = `nothing was published on '${channel}': ${why} (whileDisconnected: 'reject')`;
  return new TidingsError('not_sent', message, { channel, cause: problem });
}
