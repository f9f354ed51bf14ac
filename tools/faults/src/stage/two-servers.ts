import { type RedisServer, startRedis } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import { until } from '../process/until.js';
import type { Who } from './cast.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';
import { mediumAt } from './single-server.js';

/** Two servers that can be each other's replica. Publishers are at the first; of the subscribers, every other one at the second. */
export class TwoServers implements Scene {
  readonly first: RedisServer;
  readonly second: RedisServer;
  readonly #secrets: Secrets;

  private constructor(servers: readonly [RedisServer, RedisServer], secrets: Secrets) {
    [this.first, this.second] = servers;
    this.#secrets = secrets;
  }

  static async open(secrets: Secrets): Promise<TwoServers> {
    const { password } = secrets;
    const config = { requirepass: password, masterauth: password };
    return new TwoServers([await startRedis({ config }), await startRedis({ config })], secrets);
  }

  medium(who: Who): MediumSpec {
    const { host, port } = who.role === 'subscriber' && who.index % 2 === 1 ? this.second : this.first;
    return mediumAt(`redis://:${encodeURIComponent(this.#secrets.password)}@${host}:${port}`, who, {});
  }

  /** From now on the one has what the other says. */
  async makeReplica(replica: RedisServer, master: RedisServer): Promise<void> {
    await master.client().call('REPLICAOF', 'NO', 'ONE');
    await replica.client().call('REPLICAOF', master.host, String(master.port));
  }

  /** Resolves when it has caught up. */
  async inSync(replica: RedisServer): Promise<void> {
    const look = async () => String(await replica.client().info('replication')).includes('master_link_status:up');
    await until('the replica is in sync', look);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.first.stop(), this.second.stop()]);
  }
}
