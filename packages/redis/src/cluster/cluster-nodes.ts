import type { BroadcastSettings } from '../broadcast/single-server-broadcast.js';
import type { ConnectionSource } from '../connection/connection-source.js';
import type { HostAndPort } from '../options/redis-bus-options.js';
import { ClusterNode, type ClusterNodeListener } from './cluster-node.js';
import type { Reachable } from './cluster-reach.js';
import { nodeKey } from './slot-map.js';

/** How long the connections of a node that is no master any more may take to end, in milliseconds. */
const releaseMs = 1_000;

/** The masters of a Cluster, and those that are no longer any but still needed. */
export class ClusterNodes {
  readonly #settingsAt: (address: HostAndPort) => BroadcastSettings & { readonly source: ConnectionSource };
  readonly #listener: ClusterNodeListener;
  readonly #nodes = new Map<string, ClusterNode>();
  readonly #closing = new Set<Promise<void>>();
  #masters: readonly ClusterNode[] = [];
  #preferred: ClusterNode | undefined;

  constructor(
    settingsAt: (address: HostAndPort) => BroadcastSettings & { readonly source: ConnectionSource },
    listener: ClusterNodeListener,
  ) {
    this.#settingsAt = settingsAt;
    this.#listener = listener;
  }

  /** The node at an address. */
  at(address: HostAndPort | undefined): ClusterNode | undefined {
    return address && this.#nodes.get(nodeKey(address));
  }

  /** Those that the map names. */
  masters(): readonly ClusterNode[] {
    return this.#masters;
  }

  /** Those that can be asked, the one that knows best first. */
  connected(): readonly Reachable[] {
    const nodes = [...this.#nodes.values()];
    const preferred = nodes.filter((node) => node === this.#preferred);
    const masters = nodes.filter((node) => node !== this.#preferred && !node.retired);
    return [...preferred, ...masters].flatMap(({ address, client }) =>
      client === undefined ? [] : { address, client },
    );
  }

  /** Asks this one first the next time. */
  prefer(node: ClusterNode): void {
    this.#preferred = node;
  }

  /** These are the masters now: there are connections to each, and to others only as long as they are needed. */
  follow(addresses: readonly HostAndPort[]): void {
    for (const node of this.#nodes.values()) node.retired = true;
    this.#masters = addresses.map((address) => {
      const node = this.at(address) ?? new ClusterNode(address, this.#settingsAt(address), this.#listener);
      node.retired = false;
      this.#nodes.set(nodeKey(address), node);
      return node;
    });
  }

  /** Lets go of nodes that are no masters any more, unless they are still needed. */
  release(needed: (node: ClusterNode) => boolean): void {
    for (const [key, node] of this.#nodes) {
      if (!node.retired || needed(node)) continue;
      this.#nodes.delete(key);
      const closing = node.close(releaseMs).then(() => {
        this.#closing.delete(closing);
      });
      this.#closing.add(closing);
    }
  }

  async close(timeoutMs: number): Promise<void> {
    const nodes = [...this.#nodes.values()];
    await Promise.all([...nodes.map((node) => node.close(timeoutMs)), ...this.#closing]);
  }
}
