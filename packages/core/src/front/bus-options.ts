import type { EventLimits } from '../envelope/limits.js';
import { TidingsError } from '../errors/tidings-error.js';
import { type Clock, systemClock } from './clock.js';

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
  /** How long a `publish` may take before it rejects, in milliseconds. Default 10,000. */
  readonly publishTimeoutMs?: number;
  /** How long a `subscribe`, an `unsubscribe` or a stream's `ready` may take, in milliseconds. Default 10,000. */
  readonly subscribeTimeoutMs?: number;
  /** How many events may wait to be sent; more are refused with `queue_full`. Default 100,000. */
  readonly maxOutgoing?: number;
  /** How many bytes may be on their way to the transport, unanswered. Default 4,194,304. */
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
  readonly maxOutgoing: number;
  readonly maxInFlightBytes: number;
  readonly clock: Clock;
}

/** Fills defaults in and checks. @throws TidingsError `invalid_option`, naming every problem at once. */
export function resolveBusOptions(options: BusOptions): ResolvedBusOptions {
  const batch = options.batch === false ? { maxEvents: 1 } : (options.batch ?? {});
  const resolved: ResolvedBusOptions = {
    source: options.source ?? '/',
    limits: { eventBytes: options.limits?.eventBytes ?? 1_048_576, depth: options.limits?.depth ?? 64 },
    batch: { maxEvents: batch.maxEvents ?? 512, maxBytes: batch.maxBytes ?? 65_536 },
    publishTimeoutMs: options.publishTimeoutMs ?? 10_000,
    subscribeTimeoutMs: options.subscribeTimeoutMs ?? 10_000,
    maxOutgoing: options.maxOutgoing ?? 100_000,
    maxInFlightBytes: options.maxInFlightBytes ?? 4_194_304,
    clock: options.clock ?? systemClock,
  };
  refuse('the options of the bus', [
    ...unknownOptions(options, resolved),
    ...(typeof resolved.source === 'string' && /^[\x21-\x7e]+$/.test(resolved.source)
      ? []
      : ["source must be a URI reference such as '/services/orders'"]),
    ...atLeast(256, 'limits.eventBytes', resolved.limits.eventBytes),
    ...atLeast(1, 'limits.depth', resolved.limits.depth),
    ...atLeast(1, 'batch.maxEvents', resolved.batch.maxEvents),
    ...atLeast(1, 'batch.maxBytes', resolved.batch.maxBytes),
    ...duration('publishTimeoutMs', resolved.publishTimeoutMs),
    ...duration('subscribeTimeoutMs', resolved.subscribeTimeoutMs),
    ...atLeast(1, 'maxOutgoing', resolved.maxOutgoing),
    ...atLeast(1, 'maxInFlightBytes', resolved.maxInFlightBytes),
  ]);
  return resolved;
}

/** Throws if there are problems. */
export function refuse(what: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new TidingsError('invalid_option', `${what} can't be used: ${problems.join('; ')}`);
}

/** A problem unless a value is an integer from a least one. */
export function atLeast(least: number, name: string, value: unknown): readonly string[] {
  return Number.isSafeInteger(value) && (value as number) >= least ? [] : [`${name} must be an integer from ${least}`];
}

/** A problem unless a value is a number of milliseconds above 0, or Infinity. */
export function duration(name: string, value: unknown): readonly string[] {
  return typeof value === 'number' && value > 0 ? [] : [`${name} must be a number of milliseconds above 0`];
}

/** A problem for each option that there is not: misspelt, it would otherwise be ignored without a word. */
export function unknownOptions(given: object, known: object, others: readonly string[] = []): readonly string[] {
  const names = [...Object.keys(known), ...others];
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => `there is no option '${name}'; there are ${names.join(', ')}`);
}
