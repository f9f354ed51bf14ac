import type * as core from 'zod/v4/core';
import type { Channel, Delivery, Retention } from '../channel/channel.js';
import { TidingsError } from '../errors/tidings-error.js';
import { channelNameProblem } from './channel-name.js';
import { type KeyPath, keyProblem } from './key-path.js';
import type { PublishInput } from './publish-input.js';
import type { SchemaNode } from './schema-node.js';
import { wireProblems } from './wire-problems.js';
import { type Up, type VersionSchema, ZodChannelCodec } from './zod-channel-codec.js';

/** What else a channel says of itself. */
export interface ChannelOptions<S extends core.$ZodType, D extends Delivery> {
  /** What its events tell, in a sentence; becomes documentation. */
  readonly description?: string;
  /** Set when the channel should no longer be used: why, and what to use instead. */
  readonly deprecated?: string;
  /** How events reach subscribers. Default `'broadcast'`. */
  readonly delivery?: D;
  /** The ordering key: a path to a required string, integer or boolean of the wire form, such as `'order.id'`. */
  readonly key?: KeyPath<core.input<S>>;
  /** How long events are kept, for a durable channel. */
  readonly retention?: Retention;
}

/** What comes with a new version. */
export interface EvolveOptions<From extends core.$ZodType, To extends core.$ZodType> {
  /**
   * Maps the wire form of the version before to that of this one. Pure and synchronous; what it returns is decoded and
   * validated by this version. If it throws, the event is reported as invalid, reason `upcast`.
   */
  readonly up: (older: core.input<From>) => core.input<To>;
  /**
   * The lowest version whose readers may read this one with their own schema; older ones report (or, for a durable channel,
   * park) what they may not understand. Default: the lowest that can, which the generator finds by comparing the versions
   * (a channel that was not generated takes this version itself). Give a higher one where old readers could read it, but
   * should not.
   */
  readonly minReader?: number;
}

/** The types that a schema gives a channel. */
export interface TypesOfSchema<S extends core.$ZodType, D extends Delivery> {
  readonly wire: core.input<S>;
  readonly publish: PublishInput<S>;
  readonly data: core.output<S>;
  readonly delivery: D;
}

/** One version of a channel, as it was defined. */
export interface ChannelVersion {
  /** Counted from 1. */
  readonly version: number;
  /** The payload's schema. */
  readonly schema: core.$ZodType;
  /** From the version before; undefined for the first. */
  readonly up: Up | undefined;
  /** The lowest version whose readers may read this one, if its author says so. */
  readonly minReader: number | undefined;
}

/** A channel together with the schemas it was defined by: what `defineChannel` gives, and what the generator reads. */
export interface ChannelDefinition<N extends string, S extends core.$ZodType, D extends Delivery>
  extends Channel<N, TypesOfSchema<S, D>> {
  /** Every version, oldest first. */
  readonly versions: readonly ChannelVersion[];
  /**
   * Adds a version. Publishers publish it from now on; handlers see only it; older events are mapped by `up`.
   *
   * @throws TidingsError `invalid_definition` for the reasons that {@link defineChannel} has.
   *
   * @example
   * ```ts
   * export const messageSent = defineChannel('message.sent', V1, { description: 'A message was sent.' })
   *   .evolve(V2, { up: (v1) => ({ ...v1, locale: 'und' }) });
   * ```
   */
  evolve<T extends core.$ZodType>(schema: T, options: EvolveOptions<S, T>): ChannelDefinition<N, T, D>;
}

/**
 * Defines a channel: a name, and the schema of its payload in zod.
 *
 * The payload must have a JSON form and come back from it. What has not is refused here, in words, with its path:
 * one-way transforms, dates, maps and the like outside a codec, bad names, a key that is not in every union member.
 *
 * @param name Lower-case words joined by dots, 200 characters at most.
 * @param schema The payload, of any zod flavour. Its input is what travels, its output what handlers receive.
 * @throws TidingsError `invalid_definition`, naming every problem at once.
 *
 * @example
 * ```ts
 * import { defineChannel, isoDate } from '@tidings/core/define';
 * import * as z from 'zod';
 *
 * export const orderPlaced = defineChannel(
 *   'order.placed',
 *   z.object({ orderId: z.uuid(), total: z.number().min(0), placedAt: isoDate }),
 *   { description: 'A customer placed an order.', key: 'orderId' },
 * );
 * ```
 */
export function defineChannel<const N extends string, S extends core.$ZodType, const D extends Delivery = 'broadcast'>(
  name: N,
  schema: S,
  options: ChannelOptions<S, D> = {},
): ChannelDefinition<N, S, D> {
  const nameProblem = channelNameProblem(name);
  const problems = nameProblem === undefined ? [] : [nameProblem];
  return define<N, S, D>(name, options, [{ version: 1, schema, up: undefined, minReader: undefined }], problems);
}

function define<N extends string, S extends core.$ZodType, D extends Delivery>(
  name: N,
  options: ChannelOptions<never, D>,
  versions: readonly [ChannelVersion, ...ChannelVersion[]],
  earlier: readonly string[],
): ChannelDefinition<N, S, D> {
  const latest = versions.at(-1) ?? versions[0];
  const problems = [...earlier, ...problemsOf(latest, options)];
  if (problems.length > 0) throw refusal(name, latest.version, problems);
  const codec = new ZodChannelCodec(
    name,
    versions as readonly [VersionSchema, ...VersionSchema[]],
    latest.minReader ?? latest.version,
  );
  return Object.freeze({
    name,
    version: latest.version,
    versions,
    description: options.description,
    deprecated: options.deprecated,
    delivery: (options.delivery ?? 'broadcast') as D,
    key: options.key,
    retention: options.retention,
    '~codec': codec,
    evolve<T extends core.$ZodType>(schema: T, how: EvolveOptions<S, T>): ChannelDefinition<N, T, D> {
      const { up, minReader }: Partial<EvolveOptions<S, T>> = how ?? {};
      const version = latest.version + 1;
      const next: ChannelVersion = { version, schema, up: up as Up, minReader };
      const upProblem =
        typeof up === 'function' ? [] : ["'up' must be a function from the wire form of the version before"];
      return define<N, T, D>(name, options, [...versions, next], upProblem);
    },
  });
}

const optionNames: ReadonlySet<string> = new Set<keyof ChannelOptions<never, Delivery>>([
  'description',
  'deprecated',
  'delivery',
  'key',
  'retention',
]);

function problemsOf(latest: ChannelVersion, options: ChannelOptions<never, Delivery>): readonly string[] {
  const schema: SchemaNode = latest.schema;
  if (typeof schema !== 'object' || schema === null || !('_zod' in schema)) {
    return ['the payload must be a schema of zod 4'];
  }
  const problems = wireProblems(schema).map(({ path, message }) => `${path} ${message}`);
  for (const name of Object.keys(options)) {
    if (!optionNames.has(name)) problems.push(`there is no option '${name}'; there are ${[...optionNames].join(', ')}`);
  }
  const delivery: unknown = options.delivery ?? 'broadcast';
  if (delivery !== 'broadcast' && delivery !== 'durable') {
    problems.push(`delivery must be 'broadcast' or 'durable'`);
  }
  const key: unknown = options.key;
  if (key !== undefined) {
    const problem =
      typeof key === 'string' && key !== '' ? keyProblem(schema, key) : 'it must be a path such as "order.id"';
    if (problem !== undefined) problems.push(`key ${JSON.stringify(key)}: ${problem}`);
  }
  problems.push(...retentionProblems(options.retention, delivery));
  const { minReader, version } = latest;
  if (minReader !== undefined && (!Number.isInteger(minReader) || minReader < 1 || minReader > version)) {
    problems.push(`minReader must be a version from 1 to ${version}`);
  }
  return problems;
}

function retentionProblems(retention: unknown, delivery: unknown): readonly string[] {
  if (retention === undefined) return [];
  if (typeof retention !== 'object' || retention === null) return ['retention must be an object such as { maxAgeMs }'];
  const { maxAgeMs, maxCount, ...unknown } = retention as Record<string, unknown>;
  return [
    ...(delivery === 'durable' ? [] : ["retention is for channels with delivery 'durable': a broadcast keeps nothing"]),
    ...Object.keys(unknown).map((name) => `there is no option 'retention.${name}'; there are maxAgeMs, maxCount`),
    ...(maxAgeMs === undefined || (typeof maxAgeMs === 'number' && maxAgeMs > 0)
      ? []
      : ['retention.maxAgeMs must be a number of milliseconds above 0']),
    ...(maxCount === undefined ||
    maxCount === Number.POSITIVE_INFINITY ||
    (Number.isSafeInteger(maxCount) && (maxCount as number) > 0)
      ? []
      : ['retention.maxCount must be an integer from 1']),
  ];
}

function refusal(name: string, version: number, problems: readonly string[]): TidingsError {
  const list = problems.map((problem) => `\n  - ${problem}`).join('');
  return new TidingsError(
    'invalid_definition',
    `channel ${JSON.stringify(String(name).slice(0, 200))}, version ${version}, can not be defined:${list}`,
    { channel: name },
  );
}
