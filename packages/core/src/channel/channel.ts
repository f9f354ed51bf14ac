import type { ChannelCodec } from './channel-codec.js';

/**
 * How a channel's events reach its subscribers.
 *
 * - `broadcast`: every live subscriber, at most once.
 * - `durable`: from a stored log, at least once.
 */
export type Delivery = 'broadcast' | 'durable';

/** The three types that a channel version has, and its delivery. */
export interface ChannelTypes {
  /** The JSON form that travels. */
  readonly wire: unknown;
  /** What `publish` takes: Data with defaulted fields optional. */
  readonly publish: unknown;
  /** What handlers receive. */
  readonly data: unknown;
  /** How its events reach subscribers. */
  readonly delivery: Delivery;
}

/** How long a durable channel keeps its events, whether or not anybody has handled them. */
export interface Retention {
  /** Events older than this may be removed, in milliseconds; `Infinity` keeps them. Default 7 days. */
  readonly maxAgeMs?: number;
  /** Of each partition, events beyond this count may be removed, oldest first. Default: none is. */
  readonly maxCount?: number;
}

/** Any channel, whatever its types. A parameter of this type takes every {@link Channel}. */
export interface AnyChannel {
  /** The channel's name: lower-case words joined by dots. */
  readonly name: string;
  /** The latest version: what is published, and what handlers receive. Starts at 1. */
  readonly version: number;
  /** What its events tell, in a sentence. */
  readonly description: string | undefined;
  /** Set when the channel should no longer be used: why, and what to use instead. */
  readonly deprecated: string | undefined;
  /** How its events reach subscribers. */
  readonly delivery: Delivery;
  /** The path of the ordering key in the wire form, words joined by dots. */
  readonly key: string | undefined;
  /** How long its events are kept, for a durable channel. */
  readonly retention: Retention | undefined;
  /** How payloads become JSON and come back. For buses, not for users. */
  readonly '~codec': ChannelCodec;
  /** Never there at run time: it carries the channel's types. */
  readonly '~types'?: {
    readonly wire: (value: never) => unknown;
    readonly publish: (value: never) => unknown;
    readonly data: (value: never) => unknown;
    readonly delivery: Delivery;
  };
}

/** Any channel whose events go to every live subscriber, at most once. */
export type BroadcastChannel = AnyChannel & { readonly delivery: 'broadcast' };

/** Any channel whose events are kept in a log, and delivered from it at least once. */
export type DurableChannel = AnyChannel & { readonly delivery: 'durable' };

/**
 * A named, versioned contract, without a trace of zod in its type: this is what contract packages export.
 *
 * The types it carries are invariant, so annotating a definition with a `Channel<…>` whose types differ from the
 * schema's does not compile. (An optional property that one side lacks is the exception: TypeScript takes the two types
 * for assignable both ways. Generated clients see that too, by comparing for identity.)
 */
export interface Channel<Name extends string = string, Types extends ChannelTypes = ChannelTypes> extends AnyChannel {
  readonly name: Name;
  readonly delivery: Types['delivery'];
  readonly '~types'?: {
    readonly wire: (value: Types['wire']) => Types['wire'];
    readonly publish: (value: Types['publish']) => Types['publish'];
    readonly data: (value: Types['data']) => Types['data'];
    readonly delivery: Types['delivery'];
  };
}

type TypesOf<C extends AnyChannel> = NonNullable<C['~types']>;

/** The name of a channel. */
export type NameOf<C extends AnyChannel> = C['name'];

/** What `publish` takes for a channel: Data with defaulted fields optional. */
export type PublishOf<C extends AnyChannel> = TypesOf<C>['publish'] extends (value: infer T) => unknown ? T : never;

/** What a channel's handlers receive; for a union of channels, the union. */
export type DataOf<C extends AnyChannel> = C extends AnyChannel
  ? TypesOf<C>['data'] extends (value: never) => infer T
    ? T
    : never
  : never;

/** The JSON form that travels for a channel; for a union of channels, the union. */
export type WireOf<C extends AnyChannel> = C extends AnyChannel
  ? TypesOf<C>['wire'] extends (value: never) => infer T
    ? T
    : never
  : never;
