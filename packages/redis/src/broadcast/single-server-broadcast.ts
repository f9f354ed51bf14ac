import type { TidingsError } from '@tidings/core';
import type { BroadcastSink, BroadcastTransport } from '@tidings/core/transport';
import type { ConnectionSource } from '../connection/connection-source.js';
import type { ServerFacts } from '../connection/server-facts.js';
import { LogLink } from '../log/log-link.js';
import type { LogServers } from '../log/log-servers.js';
import { OutageReports } from './outage-reports.js';
import { classicPubSub } from './pub-sub-dialect.js';
import { Publisher } from './publisher.js';
import { Subscriber } from './subscriber.js';

/** How broadcast is set up, whatever the topology. */
export interface BroadcastSettings {
  readonly prefix: string;
  readonly heartbeatMs: number;
  readonly settleMs: number;
}

/**
 * Broadcast through one server, which may be another one after a failover: two connections, for any number of channels, and a
 * third once a log is needed.
 */
export class SingleServerBroadcast implements BroadcastTransport {
  readonly gathers: boolean = true;
  readonly logServers: LogServers = {
    wakeCommand: 'PUBLISH',
    at: () => this.#log?.server,
    moved: () => {},
    demoted: () => this.#log?.demote(),
    onChange: (tell) => {
      this.#tellLog = tell;
    },
  };
  readonly #source: ConnectionSource;
  readonly #settings: BroadcastSettings & { readonly replicaWillDo: boolean };
  #publisher: Publisher | undefined;
  #subscriber: Subscriber | undefined;
  #log: LogLink | undefined;
  #tellLog: () => void = () => {};
  #sink: BroadcastSink | undefined;
  #reports: OutageReports | undefined;
  #opened: (() => void) | undefined;
  #warned = false;

  /** @param settings `replicaWillDo`: whether events may be received from a replica. */
  constructor(source: ConnectionSource, settings: BroadcastSettings & { readonly replicaWillDo: boolean }) {
    this.#source = source;
    this.#settings = settings;
  }

  open(sink: BroadcastSink): Promise<void> {
    this.#sink = sink;
    const reports = new OutageReports((problem) => this.#sink?.failed(problem));
    this.#reports = reports;
    const link = {
      changed: () => this.#changed(),
      struggling: (problem: TidingsError) => reports.struggling(problem),
    };
    const settings = { ...this.#settings, source: this.#source, dialect: classicPubSub };
    this.#publisher = new Publisher(settings, link, (facts) => this.#look(facts));
    this.#subscriber = new Subscriber(settings, {
      ...link,
      frame: (channel, frame) => this.#sink?.frame(channel, frame),
      returned: () => this.#sink?.interrupted(),
      refused: (error) => this.#sink?.failed(error),
      regained: (channel) => this.#sink?.interrupted(channel),
      moved: () => {},
    });
    this.#log = new LogLink({ ...settings, cluster: false }, link);
    const opened = new Promise<void>((resolve) => {
      this.#opened = resolve;
    });
    this.#publisher.start();
    this.#subscriber.start();
    // Who asked before it was open.
    this.#tellLog();
    return opened;
  }

  isWritable(): boolean {
    return this.#publisher?.writable ?? false;
  }

  async send(channel: string, frame: string): Promise<void> {
    const publisher = this.#publisher as Publisher;
    try {
      await publisher.send(channel, frame);
    } catch (error) {
      throw publisher.failure(error, channel);
    }
  }

  async subscribe(channel: string): Promise<void> {
    await this.#subscriber?.subscribe(channel);
  }

  async unsubscribe(channel: string): Promise<void> {
    await this.#subscriber?.unsubscribe(channel);
  }

  async close(timeoutMs: number): Promise<void> {
    this.#sink = undefined;
    await Promise.all([
      this.#publisher?.close(timeoutMs),
      this.#subscriber?.close(timeoutMs),
      this.#log?.close(timeoutMs),
    ]);
  }

  #changed(): void {
    this.#tellLog();
    const writable = this.isWritable();
    const logProblem = this.#log?.problem;
    // A channel that is refused is no outage: the next one is news.
    if (writable && this.#subscriber?.connected && logProblem === undefined) this.#reports?.over();
    if (writable && this.#subscriber?.whole && logProblem === undefined) {
      this.#opened?.();
      this.#sink?.status('ready');
      return;
    }
    this.#sink?.status('reconnecting', this.#publisher?.problem ?? this.#subscriber?.problem ?? logProblem);
    if (writable) this.#sink?.writable();
  }

  #look(facts: ServerFacts | undefined): void {
    if (this.#warned || facts?.mode !== 'cluster') return;
    this.#warned = true;
    this.#sink?.warning(
      `Redis at ${this.#source.server} is part of a Cluster, and is used as a single server: every event goes to all of the Cluster's nodes, and nothing is left when this one is away. Give it as 'cluster'`,
    );
  }
}
