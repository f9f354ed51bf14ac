import { TidingsError } from '@tidings/core';
import type { BroadcastSink, BroadcastTransport } from '@tidings/core/transport';
import { OutageReports } from '../broadcast/outage-reports.js';
import { type BroadcastSettings, SingleServerBroadcast } from '../broadcast/single-server-broadcast.js';
import { backoffMs } from '../connection/backoff.js';
import type { LogServer, LogServers } from '../log/log-servers.js';
import type { Topology } from '../options/topology.js';
import { sourceOfAny } from './any-node.js';
import { askSharded, askSlots } from './ask-cluster.js';
import { ClusterReach } from './cluster-reach.js';
import { ShardedBroadcast } from './sharded-broadcast.js';
import { nodeKey, type SlotMap } from './slot-map.js';

/** What a Cluster is, as one of its nodes tells. */
interface Found {
  readonly server: string;
  readonly map: SlotMap;
  readonly sharded: boolean;
}

/** Broadcast through a Cluster: by sharded Pub/Sub, or by the classic one where there is no other. */
export class ClusterBroadcast implements BroadcastTransport {
  readonly gathers: boolean = true;
  readonly logServers: LogServers = {
    wakeCommand: 'SPUBLISH',
    at: (tag) => (this.#unfit !== undefined ? this.#unfit : this.#sharded?.logServers.at(tag)),
    moved: (tag) => this.#sharded?.logServers.moved(tag),
    demoted: (tag) => this.#sharded?.logServers.demoted(tag),
    onChange: (tell) => {
      this.#tellLog = tell;
    },
  };
  readonly #reach: ClusterReach;
  readonly #settings: BroadcastSettings;
  readonly #closed = new AbortController();
  /** What does the work, once it is known what there is. */
  #inner: BroadcastTransport | undefined;
  #sharded: ShardedBroadcast | undefined;
  #unfit: LogServer | undefined;
  #tellLog: () => void = () => {};

  constructor(
    topology: Extract<Topology, { kind: 'cluster' }>,
    settings: BroadcastSettings & { readonly name: string; readonly connectTimeoutMs: number },
  ) {
    this.#reach = new ClusterReach(topology, settings);
    this.#settings = settings;
  }

  async open(sink: BroadcastSink): Promise<void> {
    const found = await this.#find(sink);
    if (this.#closed.signal.aborted) return never;
    if (found.sharded) {
      const sharded = new ShardedBroadcast(found.map, this.#reach, this.#settings);
      this.#inner = sharded;
      this.#sharded = sharded;
      sharded.logServers.onChange(() => this.#tellLog());
      await sharded.open(sink);
    } else {
      sink.warning(notSharded(found.server));
      const classic = this.#throughAnyNode(found.map);
      this.#inner = classic;
      this.#unfit = { name: found.server, unfit: noLog(found.server) };
      this.#tellLog();
      // It would warn that a node is used like a single server.
      await classic.open({ ...sink, warning: () => {} });
    }
  }

  isWritable(channel: string): boolean {
    return this.#inner?.isWritable(channel) ?? false;
  }

  send(channel: string, frame: string): Promise<void> | undefined {
    return this.#inner?.send(channel, frame);
  }

  subscribe(channel: string): Promise<void> | undefined {
    return this.#inner?.subscribe(channel);
  }

  unsubscribe(channel: string): Promise<void> | undefined {
    return this.#inner?.unsubscribe(channel);
  }

  async close(timeoutMs: number): Promise<void> {
    this.#closed.abort();
    await this.#inner?.close(timeoutMs);
  }

  /** Asks the nodes that were named, until one of them tells. Never ends if none does before it is closed. */
  async #find(sink: BroadcastSink): Promise<Found> {
    const { signal } = this.#closed;
    const reports = new OutageReports((problem) => sink.failed(problem));
    for (let attempt = 2; ; attempt += 1) {
      try {
        const found = await this.#ask(signal);
        if (!signal.aborted) return found;
      } catch (problem) {
        if (!signal.aborted) {
          sink.status('reconnecting', problem as TidingsError);
          reports.struggling(problem as TidingsError);
        }
      }
      if (signal.aborted) return never;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, backoffMs(attempt));
        signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      });
    }
  }

  #ask(dropped: AbortSignal): Promise<Found> {
    const { natMap, seeds } = this.#reach;
    return this.#reach.ask(
      async (client, asked) => {
        const map = await askSlots(client, asked, natMap);
        return { server: nodeKey(asked), map, sharded: await askSharded(client) };
      },
      { others: seeds },
      dropped,
    );
  }

  #throughAnyNode(map: SlotMap): SingleServerBroadcast {
    const nodes = new Map([...map.masters, ...this.#reach.seeds].map((node) => [nodeKey(node), node]));
    const source = sourceOfAny([...nodes.values()], (node) => this.#reach.sourceAt(node));
    return new SingleServerBroadcast(source, { ...this.#settings, replicaWillDo: true });
  }
}

function noLog(server: string): TidingsError {
  const message = `Redis at ${server} has no sharded Pub/Sub, which came with Redis 7, and in a Cluster durable channels need it: use Redis 7 or newer`;
  return new TidingsError('unsupported', message);
}

/** What nobody waits for any more, since it is closed. */
const never: Promise<never> = new Promise(() => {});

function notSharded(server: string): string {
  return `Redis at ${server} has no sharded Pub/Sub, which came with Redis 7: every event goes to all nodes of the Cluster, through one of them at a time. It works, and costs each node what all of them do together: with Redis 7 an event goes only where its channel is`;
}
