import { isTidingsError, TidingsError } from '@tidings/core';
import type { Redis } from 'ioredis';
import { OutageReports } from '../broadcast/outage-reports.js';
import { shardedPubSub } from '../broadcast/pub-sub-dialect.js';
import { Publisher } from '../broadcast/publisher.js';
import type { BroadcastSettings } from '../broadcast/single-server-broadcast.js';
import { Subscriber } from '../broadcast/subscriber.js';
import type { ConnectionSource } from '../connection/connection-source.js';
import { LogLink } from '../log/log-link.js';
import type { LogServer } from '../log/log-servers.js';
import type { HostAndPort } from '../options/redis-bus-options.js';
import type { LaneNode } from './channel-lane.js';

/** What a node tells. */
export interface ClusterNodeListener {
  /** A frame came in. */
  frame(channel: string, frame: Uint8Array): void;
  /** Whether it works may have changed. */
  changed(node: ClusterNode): void;
  /** It does not come back at once, or does not do all that it is asked to. */
  struggling(node: ClusterNode): void;
  /** Slots have left it. */
  moved(node: ClusterNode): void;
  /** These channels were lost, and are open again. */
  regained(node: ClusterNode, channels: readonly string[]): void;
  /** Something went wrong that no call waits for. */
  failed(problem: TidingsError): void;
}

/** A master of the Cluster: connections to publish, to subscribe and, once it is needed, to keep a log through, and what is known of it. */
export class ClusterNode implements LaneNode {
  readonly address: HostAndPort;
  readonly subscriber: Subscriber;
  /** Whether the map no longer names it. What still needs it keeps it for a while. */
  retired = false;
  /** The round of asking for the map after which its channels are looked through, since some may be gone. */
  suspectUntil: number | undefined;
  readonly #publisher: Publisher;
  readonly #log: LogLink;
  readonly #reports: OutageReports;

  constructor(
    address: HostAndPort,
    settings: BroadcastSettings & { readonly source: ConnectionSource },
    listener: ClusterNodeListener,
  ) {
    this.address = address;
    this.#reports = new OutageReports((problem) => listener.failed(problem));
    const link = {
      changed: () => {
        // A channel that is refused is no outage: the next one is news.
        if (this.writable && this.subscriber.connected) this.#reports.over();
        listener.changed(this);
      },
      struggling: (problem: TidingsError) => {
        if (!this.retired) this.#reports.struggling(this.#inWords(problem));
        listener.struggling(this);
      },
    };
    this.#publisher = new Publisher({ ...settings, dialect: shardedPubSub }, link);
    this.subscriber = new Subscriber(
      { ...settings, dialect: shardedPubSub, replicaWillDo: false },
      {
        ...link,
        frame: (channel, frame) => listener.frame(channel, frame),
        returned: (channels) => listener.regained(this, channels),
        regained: (channel) => listener.regained(this, [channel]),
        refused: (error) => {
          if (!this.retired) listener.failed(error);
          listener.struggling(this);
        },
        moved: () => listener.moved(this),
      },
    );
    this.#log = new LogLink({ ...settings, cluster: true }, link);
    this.#publisher.start();
    this.subscriber.start();
  }

  /** Whether it does all it is there for. */
  get whole(): boolean {
    return this.#publisher.writable && this.subscriber.whole && this.#log.problem === undefined;
  }

  /** The server as one that keeps part of a log. */
  get logServer(): LogServer | undefined {
    return this.#log.server;
  }

  /** It told the log that it is a replica. */
  demoteLog(): void {
    this.#log.demote();
  }

  /** Whether both connections are there. */
  get connected(): boolean {
    return this.client !== undefined && this.subscriber.client !== undefined;
  }

  get writable(): boolean {
    return this.#publisher.writable;
  }

  get problem(): TidingsError | undefined {
    const problem =
      (this.writable ? undefined : this.#publisher.problem) ?? this.subscriber.problem ?? this.#log.problem;
    return problem && this.#inWords(problem);
  }

  /** Whether it is known to be no master any more. */
  get demoted(): boolean {
    return isTidingsError(this.#publisher.problem, 'read_only') || isTidingsError(this.#log.problem, 'read_only');
  }

  /** For questions about the Cluster. */
  get client(): Redis | undefined {
    return this.#publisher.connection.client;
  }

  send(channel: string, frame: string): Promise<unknown> {
    return this.#publisher.send(channel, frame);
  }

  failure(error: unknown, channel: string): TidingsError {
    return this.#publisher.failure(error, channel);
  }

  async close(timeoutMs: number): Promise<void> {
    this.retired = true;
    await Promise.all([this.#publisher.close(timeoutMs), this.subscriber.close(timeoutMs), this.#log.close(timeoutMs)]);
  }

  #inWords(problem: TidingsError): TidingsError {
    if (problem.code !== 'read_only') return problem;
    const { server } = this.#publisher.connection;
    return new TidingsError(
      'read_only',
      `Redis at ${server} is a replica now: looking for the new master of its slots`,
    );
  }
}
