import type { BusOptions } from '@tidings/core';
import type { Cluster, NatMap, Redis, RedisOptions } from 'ioredis';
import type { refusedSettings } from './refused-settings.js';

/** An address. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** A master that Sentinels watch over. */
export interface SentinelOptions {
  /** Some or all of the Sentinels. */
  readonly nodes: readonly HostAndPort[];
  /** The master's name, as the Sentinels call it. */
  readonly name: string;
  /** What the Sentinels themselves want. */
  readonly username?: string;
  /** What the Sentinels themselves want. */
  readonly password?: string;
  /** For Sentinels behind TLS; `redis.tls` is for the master. */
  readonly tls?: RedisOptions['sentinelTLS'];
}

/** A Redis Cluster. */
export interface ClusterOptions {
  /** Some of its nodes, from which the others are learned: addresses, or urls with credentials. */
  readonly nodes: readonly (string | HostAndPort)[];
  /** For nodes that announce addresses which can't be reached from here: theirs, as `host:port`, to ours. */
  readonly natMap?: NatMap;
}

/** The options of ioredis that are left to the user. */
export type RedisSettings = Omit<RedisOptions, (typeof refusedSettings)[number]>;

/** How a `RedisBus` is set up, wherever its Redis is. */
export interface RedisBusSettings extends BusOptions {
  /** What all of the bus's channels and keys in Redis begin with. Default `tidings:`. */
  readonly prefix?: string;
  /** What its connections are called in `CLIENT LIST`, followed by their role. Default `tidings`. */
  readonly name?: string;
  /**
   * What ioredis is told besides: `username`, `password`, `tls`, `db`, `family` and such. What the bus's promises rest on is
   * its own and refused here: retries, queues, timeouts, `keyPrefix`.
   */
  readonly redis?: RedisSettings;
  /**
   * How often a sign of life is asked for, in milliseconds. A server that is silent for three of them, or a little more, is
   * given up. Default 500.
   */
  readonly heartbeatMs?: number;
  /** How long connecting may take, TLS included, in milliseconds. Default 2,000. */
  readonly connectTimeoutMs?: number;
  /**
   * How long publishing holds back after a reconnect, in milliseconds, so that subscribers that lost the same server are back
   * first; the slowest of them tries again after 500 ms. What is published meanwhile waits. Default 750.
   */
  readonly settleMs?: number;
  /**
   * How many partitions a durable channel with a key has: as many members of a group can share its work. It is recorded with the
   * first use of a channel and the same for every bus. Default 8, at most 1,024.
   */
  readonly partitions?: number;
  /**
   * How long a bus that has died keeps what its handlers were at, in milliseconds: then others take it over. A process that was
   * stopped for longer loses what it held. Default 15,000.
   */
  readonly leaseMs?: number;
  /** How long it is known which events are stored, in milliseconds, so that what is sent again is stored once. Default 600,000. */
  readonly onceWindowMs?: number;
}

/** One Redis server, by its address. */
export interface UrlOption {
  /** `redis://`, or `rediss://` for TLS: `redis://user:password@host:port/db`; or the path of a socket. */
  readonly url: string;
}

/** Connections like one that there is. */
export interface ClientOption {
  /**
   * A client whose settings are copied: it is never used, changed or closed. Or a function that makes a client each time the
   * bus connects, from what the bus asks for and from whatever else it takes, such as a password that changes; what it makes is
   * the bus's to close.
   */
  readonly client: Redis | ((settings: RedisOptions) => Redis);
}

/** A Redis Cluster. */
export interface ClusterOption {
  /** Where it is; or a Cluster client whose nodes and settings are copied: it is never used, changed or closed. */
  readonly cluster: ClusterOptions | Cluster;
}

/** A master that Sentinels watch over. */
export interface SentinelsOption {
  /** The Sentinels, and the master's name. */
  readonly sentinels: SentinelOptions;
}

type OnlyOne<T> = T & Partial<Record<Exclude<'url' | 'client' | 'cluster' | 'sentinels', keyof T>, never>>;

/** Where a `RedisBus` finds its Redis, exactly one way, and how it is set up. */
export type RedisBusOptions = RedisBusSettings &
  (OnlyOne<UrlOption> | OnlyOne<ClientOption> | OnlyOne<ClusterOption> | OnlyOne<SentinelsOption>);
