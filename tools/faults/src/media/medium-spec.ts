import type { Retention } from '@tidings/core';
import type { RedisBusOptions } from '@tidings/redis';
import type { RedisOptions } from 'ioredis-6';

/** Where a plain client finds its server, and what it is called there: everything else is ioredis's default. */
export type PlainOptions = Pick<RedisOptions, 'sentinels' | 'name' | 'password'> & { readonly connectionName: string };

/** What a participant publishes and receives through. Travels as JSON. */
export type MediumSpec =
  | { readonly kind: 'bus'; readonly channels: number; readonly options: RedisBusOptions }
  | {
      readonly kind: 'durable-bus';
      readonly channels: number;
      readonly options: RedisBusOptions;
      readonly retention?: Retention;
      /** How long a worker's handler takes. */
      readonly handlerMs: number;
    }
  | {
      readonly kind: 'plain-streams';
      readonly channels: number;
      readonly url?: string;
      /** Those of a Cluster. */
      readonly nodes?: readonly { readonly host: string; readonly port: number }[];
      readonly options: PlainOptions;
      readonly maxCount?: number;
      readonly handlerMs: number;
      /** What its consumer is called in the group, before and after it has died. */
      readonly consumer: string;
    }
  | {
      readonly kind: 'plain';
      readonly channels: number;
      readonly url?: string;
      readonly options: PlainOptions;
    }
  | {
      readonly kind: 'plain-cluster';
      readonly channels: number;
      readonly nodes: readonly { readonly host: string; readonly port: number }[];
      readonly options: PlainOptions;
    };
