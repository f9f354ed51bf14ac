import type { EventLimits } from '../envelope/limits.js';
import { type Clock, systemClock } from './clock.js';
import { atLeast, duration, oneOf, refuse, requireObject, unknownOptions } from './option-checks.js';

/** How events that are published at about the same time share a frame. */
export interface BatchOptions {
  /** The most events in a frame. Default 512. */
  readonly maxEvents?: number;
  /** About how many bytes a frame grows to, and never more than `limits.eventBytes`. Default 65,536. */
  readonly maxBytes?: number;
}

/** What every bus can be told. */
export interface BusOptions {
  /** Who publishes: the CloudEvents `source`, a URI reference such as `/services/orders`. Default `/`. */
  readonly source?: string;
  /** What an event may measure. */
  readonly limits?: Partial<EventLimits>;
  /** How events share a frame; `false` gives each a frame of its own, for subscribers that know no batches. */
  readonly batch?: BatchOptions | false;
  /** How long a `publish` may take before it rejects, in milliseconds; `Infinity` waits for ever. Default 10,000. */
  readonly publishTimeoutMs?: number;
  /**
   * How long a `subscribe`, an `unsubscribe` or a stream's `ready` may take, in milliseconds; `Infinity` waits for ever.
   * Default 10,000.
   */
  readonly subscribeTimeoutMs?: number;
  /**
   * What a `publish` does while the transport is away: `wait` for it up to `publishTimeoutMs`, or `reject` with `not_sent`.
   * Default `wait`.
   */
  readonly whileDisconnected?: 'wait' | 'reject';
  /** How many events may wait to be sent; more are refused with `queue_full`. Default 100,000. */
  readonly maxOutgoing?: number;
  /** About how many bytes may be on their way to the transport, unanswered. Default 4,194,304. */
  readonly maxInFlightBytes?: number;
  /** Where time comes from. Default: the runtime's clock. */
  readonly clock?: Clock;
}

/** The same, complete and checked. */
export interface ResolvedBusOptions {
  readonly source: string;
  readonly limits: EventLimits;
  readonly batch: Required<BatchOptions>;
  readonly publishTimeoutMs: number;
  readonly subscribeTimeoutMs: number;
  readonly whileDisconnected: 'wait' | 'reject';
  readonly maxOutgoing: number;
  readonly maxInFlightBytes: number;
  readonly clock: Clock;
}

const what = 'the options of the bus';

/** Fills defaults in and checks. @throws TidingsError `invalid_option`, naming every problem at once */
export function resolveBusOptions(options: BusOptions): ResolvedBusOptions {
  refuse(what, busOptionProblems(options));
  return withDefaults(options);
}

/**
 * What is wrong with the options of a bus, each in a sentence: for adapters that have options of their own, to name all
 * problems at once.
 *
 * @param alsoKnown The names of the adapter's own options.
 * @throws TidingsError `invalid_option` if they are no object at all
 */
export function busOptionProblems(options: BusOptions, alsoKnown: readonly string[] = []): readonly string[] {
  requireObject(what, options);
  if (options.limits !== undefined) requireObject(`${what}, limits,`, options.limits);
  if (options.batch !== undefined && options.batch !== false) requireObject(`${what}, batch,`, options.batch);
  const resolved = withDefaults(options);
  return [
    ...unknownOptions(options, [...alsoKnown, ...Object.keys(resolved)]),
    ...unknownOptions(options.limits ?? {}, Object.keys(resolved.limits), 'limits.'),
    ...unknownOptions(options.batch || {}, Object.keys(resolved.batch), 'batch.'),
    ...(typeof resolved.source === 'string' && /^[\x21-\x7e]+$/.test(resolved.source)
      ? []
      : ["source must be a URI reference such as '/services/orders'"]),
    ...atLeast(256, 'limits.eventBytes', resolved.limits.eventBytes),
    ...atLeast(1, 'limits.depth', resolved.limits.depth),
    ...atLeast(1, 'batch.maxEvents', resolved.batch.maxEvents),
    ...atLeast(1, 'batch.maxBytes', resolved.batch.maxBytes),
    ...duration('publishTimeoutMs', resolved.publishTimeoutMs),
    ...duration('subscribeTimeoutMs', resolved.subscribeTimeoutMs),
    ...oneOf(['wait', 'reject'], 'whileDisconnected', resolved.whileDisconnected),
    ...atLeast(1, 'maxOutgoing', resolved.maxOutgoing),
    ...atLeast(1, 'maxInFlightBytes', resolved.maxInFlightBytes),
  ];
}

function withDefaults(options: BusOptions): ResolvedBusOptions {
  const batch = options.batch === false ? { maxEvents: 1 } : (options.batch ?? {});
  return {
    source: options.source ?? '/',
    limits: { eventBytes: options.limits?.eventBytes ?? 1_048_576, depth: options.limits?.depth ?? 64 },
    batch: { maxEvents: batch.maxEvents ?? 512, maxBytes: batch.maxBytes ?? 65_536 },
    publishTimeoutMs: options.publishTimeoutMs ?? 10_000,
    subscribeTimeoutMs: options.subscribeTimeoutMs ?? 10_000,
    whileDisconnected: options.whileDisconnected ?? 'wait',
    maxOutgoing: options.maxOutgoing ?? 100_000,
    maxInFlightBytes: options.maxInFlightBytes ?? 4_194_304,
    clock: options.clock ?? systemClock,
  };
}
