import { askBriefly, isUp } from './ask.js';
import type { Endpoint } from './proxied-connection.js';
import type { RedisServer } from './redis-server.js';
import { replicationSays } from './replication-says.js';
import type { ServerGroup } from './server-group.js';
import { until } from './until.js';

/** By what name the sentinels know the master. */
export const masterName = 'mymaster';

/** A real master, its replicas, and the real sentinels that watch them. */
export class RedisSentinel implements AsyncDisposable {
  /** By what name the sentinels know the master. */
  readonly name: string = masterName;
  /** Where the sentinels listen. */
  readonly sentinels: readonly Endpoint[];
  /** First the master of the beginning, then its replicas. */
  readonly servers: readonly RedisServer[];
  readonly #group: ServerGroup;
  readonly #watchers: readonly RedisServer[];

  /** Takes what `startSentinel` has started. */
  constructor(group: ServerGroup, servers: readonly RedisServer[], watchers: readonly RedisServer[]) {
    this.sentinels = watchers.map(({ host, port }) => ({ host, port }));
    this.servers = servers;
    this.#group = group;
    this.#watchers = watchers;
  }

  /** The present master, once all sentinels name the same. While they have not promoted another, it may be dead. */
  master(): Promise<RedisServer> {
    return until('all sentinels name the same master', () => this.#named());
  }

  /**
   * Lets the sentinels promote a replica. Resolves with the new master when all sentinels name it and it knows that it is one.
   * The old one goes on as a master until the sentinels make a replica of it, some ten seconds later; what clients write
   * there is lost. A second failover waits for that, because sentinels would go back to it as it is.
   */
  async failover(): Promise<RedisServer> {
    const old = await this.master();
    if (isUp(old)) await this.#replicasInSync(old);
    let triedAt = Number.NEGATIVE_INFINITY;
    return until('another master is promoted', async () => {
      const master = await this.#named();
      if (master === undefined) return undefined;
      if (master !== old) return (await replicationSays(master, 'role:master')) && master;
      // A try ends after the failover timeout; a sentinel that is not ready for one refuses it.
      if (performance.now() - triedAt > 6_000) {
        await this.#promoteOne();
        triedAt = performance.now();
      }
      return undefined;
    });
  }

  /** Stops the sentinels and all servers. */
  stop(): Promise<void> {
    return this.#group.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #promoteOne(): Promise<void> {
    const [sentinel] = this.#watchers;
    if (sentinel !== undefined) await askBriefly(sentinel, 'SENTINEL', 'FAILOVER', masterName);
  }

  async #replicasInSync(master: RedisServer): Promise<void> {
    const replicas = this.servers.filter((server) => server !== master && isUp(server));
    await Promise.all(
      replicas.map((replica) => until('a replica is in sync', () => replicationSays(replica, 'master_link_status:up'))),
    );
  }

  async #named(): Promise<RedisServer | undefined> {
    const addresses = await Promise.all(
      this.#watchers.map((each) => askBriefly(each, 'SENTINEL', 'GET-MASTER-ADDR-BY-NAME', masterName)),
    );
    return this.servers.find(({ host, port }) => addresses.every((address) => String(address) === `${host},${port}`));
  }
}
