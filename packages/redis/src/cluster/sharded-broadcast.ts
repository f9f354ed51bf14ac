import { TidingsError } from '@tidings/core';
import type { BroadcastSink, BroadcastTransport } from '@tidings/core/transport';
import { OutageReports } from '../broadcast/outage-reports.js';
import type { BroadcastSettings } from '../broadcast/single-server-broadcast.js';
import type { LogServers } from '../log/log-servers.js';
import { askSlots } from './ask-cluster.js';
import { ChannelPlaces } from './channel-places.js';
import type { ClusterNode } from './cluster-node.js';
import { ClusterNodes } from './cluster-nodes.js';
import type { ClusterReach } from './cluster-reach.js';
import { Lanes } from './lanes.js';
import { nodeKey, type SlotMap } from './slot-map.js';
import { SlotMapKeeper } from './slot-map-keeper.js';
import { slotCount, slotOf } from './slot-of.js';

/** How often it is looked whether each node has open what it should, in milliseconds. */
const checkEveryMs = 10_000;

/**
 * Broadcast through a Cluster by sharded Pub/Sub: each channel lives at the master that has its slot, and moves with it. Two
 * connections to each master, for any number of channels.
 */
export class ShardedBroadcast implements BroadcastTransport {
  readonly gathers: boolean = true;
  /** The masters, each with the tags whose slots it has. */
  readonly logServers: LogServers = {
    wakeCommand: 'SPUBLISH',
    at: (tag) => this.#ownerOfTag(tag)?.logServer,
    moved: (tag) => {
      const owner = this.#ownerOfTag(tag);
      if (owner !== undefined) this.#doubted(owner);
      else this.#keeper.refresh();
    },
    demoted: (tag) => {
      const owner = this.#ownerOfTag(tag);
      owner?.demoteLog();
      if (owner !== undefined) this.#doubted(owner);
    },
    onChange: (tell) => {
      this.#tellLog = tell;
    },
  };
  readonly #reach: ClusterReach;
  readonly #settings: BroadcastSettings;
  readonly #nodes: ClusterNodes;
  readonly #lanes: Lanes<ClusterNode>;
  readonly #places: ChannelPlaces;
  readonly #keeper: SlotMapKeeper;
  readonly #reports: OutageReports;
  #map: SlotMap;
  #sink: BroadcastSink | undefined;
  #opened: (() => void) | undefined;
  #checkedAt: number = performance.now();
  #tellLog: () => void = () => {};

  /** @param map What the Cluster is like at first. */
  constructor(map: SlotMap, reach: ClusterReach, settings: BroadcastSettings) {
    this.#map = map;
    this.#reach = reach;
    this.#settings = settings;
    const ownerOf = (slot: number): ClusterNode | undefined => this.#nodes.at(this.#map.ownerOf(slot));
    this.#places = new ChannelPlaces(settings.prefix, {
      ownerOf,
      interrupted: (channel) => this.#sink?.interrupted(channel),
    });
    this.#lanes = new Lanes(settings, {
      ownerOf,
      doubted: (node) => this.#doubted(node),
      suspected: (node) => void this.#doubted(node),
      changed: () => this.#changed(),
    });
    this.#nodes = new ClusterNodes((address) => ({ ...settings, source: reach.sourceAt(address) }), {
      frame: (channel, frame) => this.#sink?.frame(channel, frame),
      changed: (node) => {
        if (node.demoted) this.#doubted(node);
        this.#lanes.resume();
      },
      struggling: () => void this.#keeper.refresh(),
      moved: (node) => {
        node.suspectUntil = this.#doubted(node);
      },
      regained: (node, channels) => this.#places.regained(node, channels),
      failed: (problem) => this.#sink?.failed(problem),
    });
    this.#keeper = new SlotMapKeeper({
      ask: (dropped) => this.#askSlots(dropped),
      renewed: (renewed, round) => this.#renewed(renewed, round),
      failed: (problem) => {
        // If it is because all nodes are away, they tell themselves.
        if (this.#nodes.connected().length > 0) this.#reports.struggling(problem as TidingsError);
      },
    });
    this.#reports = new OutageReports((problem) => this.#sink?.failed(problem));
  }

  open(sink: BroadcastSink): Promise<void> {
    this.#sink = sink;
    const opened = new Promise<void>((resolve) => {
      this.#opened = resolve;
    });
    this.#nodes.follow(this.#map.masters);
    this.#keeper.start();
    this.#changed();
    return opened;
  }

  isWritable(channel: string): boolean {
    return this.#lanes.isWritable(channel);
  }

  send(channel: string, frame: string): Promise<void> {
    return this.#lanes.send(channel, frame);
  }

  subscribe(channel: string): Promise<void> {
    return this.#places.subscribe(channel);
  }

  unsubscribe(channel: string): Promise<void> {
    return this.#places.unsubscribe(channel);
  }

  async close(timeoutMs: number): Promise<void> {
    this.#sink = undefined;
    this.#keeper.close();
    this.#lanes.close();
    await this.#nodes.close(timeoutMs);
  }

  #ownerOfTag(tag: number): ClusterNode | undefined {
    return this.#sink && this.#nodes.at(this.#map.ownerOf(slotOf(`{${tag}}`)));
  }

  /** A node says that the map is wrong, and so it knows better. */
  #doubted(node: ClusterNode): number {
    this.#nodes.prefer(node);
    return this.#keeper.refresh();
  }

  #askSlots(dropped: AbortSignal): Promise<SlotMap> {
    const { masters, replicas } = this.#map;
    return this.#reach.ask(
      (client, asked) => askSlots(client, asked, this.#reach.natMap),
      { connected: this.#nodes.connected(), others: [...masters, ...this.#reach.seeds, ...replicas] },
      dropped,
    );
  }

  #renewed(map: SlotMap, round: number): void {
    this.#reports.over();
    if (!map.equals(this.#map)) this.#follow(map);
    this.#lanes.trust(round);
    this.#check(round);
    this.#changed();
  }

  #follow(map: SlotMap): void {
    const before = this.#map;
    const present = new Set(this.#nodes.connected().map(({ address }) => nodeKey(address)));
    const wasAway = (slot: number): boolean => {
      const owner = before.ownerOf(slot);
      return owner === undefined || !present.has(nodeKey(owner));
    };
    this.#map = map;
    this.#nodes.follow(map.masters);
    // Who subscribes may find out later than we do, by asking, as after any other loss of a server; or was told at once.
    this.#lanes.hold((slot) => map.differsAt(slot, before) && wasAway(slot), this.#settings.settleMs);
    this.#lanes.hold((slot) => map.differsAt(slot, before) && !wasAway(slot));
    this.#lanes.follow();
    this.#places.follow();
  }

  #check(round: number): void {
    const now = performance.now();
    const isTime = now - this.#checkedAt >= checkEveryMs;
    if (isTime) this.#checkedAt = now;
    for (const node of this.#nodes.masters()) {
      const suspect = node.suspectUntil !== undefined && node.suspectUntil <= round;
      if (suspect) node.suspectUntil = undefined;
      if (suspect || isTime) void this.#places.check(node, suspect);
    }
  }

  #changed(): void {
    const masters = this.#nodes.masters();
    this.#keeper.calm = this.#map.uncovered === 0 && masters.every(({ connected }) => connected);
    this.#nodes.release((node) => this.#lanes.uses(node) || this.#places.uses(node));
    if (this.#sink === undefined) return;
    this.#tellLog();
    const problem = this.#problem();
    if (problem === undefined && masters.every(({ whole }) => whole)) {
      this.#opened?.();
      this.#sink.status('ready');
    } else {
      this.#sink.status('reconnecting', problem);
      this.#sink.writable();
    }
  }

  #problem(): TidingsError | undefined {
    const masters = this.#nodes.masters();
    const away = masters.find(({ writable, problem }) => !writable && problem !== undefined);
    if (away !== undefined) return away.problem;
    const { uncovered } = this.#map;
    if (uncovered > 0) {
      const message = `${uncovered} of the Cluster's ${slotCount} slots are nobody's: see CLUSTER INFO. What is published there waits`;
      return new TidingsError('connection_failed', message);
    }
    const deaf = masters.find(({ problem }) => problem !== undefined);
    return deaf === undefined && this.#lanes.moving ? slotsMove() : deaf?.problem;
  }
}

function slotsMove(): TidingsError {
  const message =
    'slots of the Cluster move to other nodes: what is published there waits a moment, until who subscribes has followed';
  return new TidingsError('connection_failed', message);
}
