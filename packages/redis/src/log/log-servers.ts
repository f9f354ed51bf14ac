import type { TidingsError } from '@tidings/core';
import type { Redis } from 'ioredis';

/** A server that has part of a log, and is there; or that can keep none, and why. */
export type LogServer =
  | { readonly name: string; readonly client: Redis; readonly unfit?: undefined }
  | { readonly name: string; readonly unfit: TidingsError };

/** The servers that keep a log, whatever the topology. */
export interface LogServers {
  /** The command that tells who subscribes. */
  readonly wakeCommand: 'PUBLISH' | 'SPUBLISH';
  /** The server that has a tag; undefined while it is away. Asking makes the connection, the first time. */
  at(tag: number): LogServer | undefined;
  /** The server said that it does not have the tag. */
  moved(tag: number): void;
  /** The server said that it is a replica: it is looked for anew. */
  demoted(tag: number): void;
  /** Has it told whenever a server that was away may be there. */
  onChange(tell: () => void): void;
}
