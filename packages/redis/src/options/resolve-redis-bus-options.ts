import { type BusOptions, TidingsError } from '@tidings/core';
import { busOptionProblems, requireObject } from '@tidings/core/transport';
import type { RedisOptions } from 'ioredis';
import { OptionProblems } from './option-problems.js';
import type { RedisBusOptions, RedisBusSettings } from './redis-bus-options.js';
import { refusedSettings } from './refused-settings.js';
import { checkedTopology, type Topology } from './topology.js';

/** The same, complete and checked. */
export interface ResolvedRedisBusOptions {
  /** For the bus in front. */
  readonly bus: BusOptions;
  readonly topology: Topology;
  readonly prefix: string;
  readonly name: string;
  readonly heartbeatMs: number;
  readonly connectTimeoutMs: number;
  readonly settleMs: number;
  readonly partitions: number;
  readonly leaseMs: number;
  readonly onceWindowMs: number;
}

const what = 'the options of the bus';
const places = ['url', 'client', 'cluster', 'sentinels'] as const;
const settingNames: readonly string[] = [
  ...places,
  'prefix',
  'name',
  'redis',
  'heartbeatMs',
  'connectTimeoutMs',
  'settleMs',
  'partitions',
  'leaseMs',
  'onceWindowMs',
];

/** Fills defaults in and checks. @throws TidingsError `invalid_option`, naming every problem at once; never a url. */
export function resolveRedisBusOptions(options: RedisBusOptions): ResolvedRedisBusOptions {
  requireObject(what, options);
  const given: RedisBusSettings & Partial<Record<(typeof places)[number], unknown>> = options;
  const { prefix = 'tidings:', name = 'tidings', heartbeatMs = 500, connectTimeoutMs = 2_000, settleMs = 750 } = given;
  const { partitions = 8, leaseMs = 15_000, onceWindowMs = 600_000 } = given;
  const ways = places.filter((place) => given[place] !== undefined);
  const redis = checkedRedisOptions(given.redis);
  const place = ways.length === 1 ? placeOf(options, redis.options) : new OptionProblems([whereItIs(ways)]);
  const problems = [
    ...busOptionProblems(options, settingNames),
    ...(place instanceof OptionProblems ? place.problems : []),
    ...(typeof prefix === 'string' && /^[\x21-\x7e]*$/.test(prefix) && !/[{}]/.test(prefix)
      ? []
      : [
          'prefix must be printable ASCII without spaces and braces, which in a Cluster would put all channels on one node',
        ]),
    ...(typeof name === 'string' && /^[\x21-\x7e]+$/.test(name) ? [] : ['name must be printable ASCII without spaces']),
    ...milliseconds(1, 'heartbeatMs', heartbeatMs),
    ...milliseconds(1, 'connectTimeoutMs', connectTimeoutMs),
    ...milliseconds(0, 'settleMs', settleMs),
    ...(Number.isInteger(partitions) && partitions >= 1 && partitions <= 1_024
      ? []
      : ['partitions must be an integer from 1 to 1,024']),
    ...wholeMilliseconds(100, 3_600_000, 'leaseMs', leaseMs),
    ...wholeMilliseconds(1_000, 7 * 86_400_000, 'onceWindowMs', onceWindowMs),
    ...redis.problems,
  ];
  if (place instanceof OptionProblems || problems.length > 0) {
    throw new TidingsError('invalid_option', `${what} can't be used: ${problems.join('; ')}`);
  }
  const bus = Object.fromEntries(Object.entries(options).filter(([key]) => !settingNames.includes(key)));
  const settings = { prefix, name, heartbeatMs, connectTimeoutMs, settleMs, partitions, leaseMs, onceWindowMs };
  return { bus, topology: place, ...settings };
}

function placeOf(options: RedisBusOptions, redis: RedisOptions): Topology | OptionProblems {
  try {
    return checkedTopology(options, redis);
  } catch (error) {
    if (error instanceof OptionProblems) return error;
    throw error;
  }
}

function milliseconds(least: number, name: string, value: unknown): readonly string[] {
  const isFine = typeof value === 'number' && value >= least && value <= 60_000;
  return isFine ? [] : [`${name} must be a number of milliseconds from ${least} to 60,000`];
}

function wholeMilliseconds(least: number, most: number, name: string, value: unknown): readonly string[] {
  const isFine = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  const from = least.toLocaleString('en');
  return isFine ? [] : [`${name} must be a whole number of milliseconds from ${from} to ${most.toLocaleString('en')}`];
}

function whereItIs(ways: readonly string[]): string {
  const choice = "'url', 'client', 'cluster' or 'sentinels'";
  return ways.length === 0
    ? `they must say where Redis is, by ${choice}, such as { url: 'redis://localhost:6379' }`
    : `they must say where Redis is only once, by ${choice}, not by ${ways.join(' and ')}`;
}

function checkedRedisOptions(given: unknown): { readonly options: RedisOptions; readonly problems: readonly string[] } {
  if (given === undefined) return { options: {}, problems: [] };
  if (typeof given !== 'object' || given === null)
    return { options: {}, problems: ['redis must be an object of ioredis options'] };
  const taken = Object.keys(given).filter((key) => (refusedSettings as readonly string[]).includes(key));
  const problems = taken.map((key) => `redis.${key} is the bus's own business and can't be set`);
  return { options: problems.length > 0 ? {} : given, problems };
}
