import { type RedisServer, startRedis } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import { until } from '../process/until.js';
import type { Who } from './cast.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';
import { mediumAt, type SingleServerOptions } from './single-server.js';

/** What participants are told. */
export type TwoServersOptions = Pick<SingleServerOptions, 'durable'> & {
  /** Whether all are at the first. */
  readonly together?: boolean;
};

/** Two servers that can be each other's replica. Publishers are at the first; of the subscribers, every other one at the second. */
export class TwoServers implements Scene {
  readonly first: RedisServer;
  readonly second: RedisServer;
  readonly #secrets: Secrets;
  readonly #options: TwoServersOptions;

  private constructor(servers: readonly [RedisServer, RedisServer], secrets: Secrets, options: TwoServersOptions) {
    [this.first, this.second] = servers;
    this.#secrets = secrets;
    this.#options = options;
  }

  static async open(secrets: Secrets, options: TwoServersOptions = {}): Promise<TwoServers> {
    const { password } = secrets;
    const config = { requirepass: password, masterauth: password };
    return new TwoServers([await startRedis({ config }), await startRedis({ config })], secrets, options);
  }

  medium(who: Who): MediumSpec {
    const { host, port } =
      !this.#options.together && who.role === 'subscriber' && who.index % 2 === 1 ? this.second : this.first;
    return mediumAt(`redis://:${encodeURIComponent(this.#secrets.password)}@${host}:${port}`, who, this.#options);
  }

  /** From now on the one has what the other says. */
  async makeReplica(replica: RedisServer, master: RedisServer): Promise<void> {
    await master.client().call('REPLICAOF', 'NO', 'ONE');
    await replica.client().call('REPLICAOF', master.host, String(master.port));
  }

  /** Master and replica change places, without losing anything: writes wait until the replica has all. */
  async handOver(master: RedisServer, replica: RedisServer): Promise<void> {
    await this.inSync(replica);
    await master.client().call('FAILOVER', 'TO', replica.host, String(replica.port), 'TIMEOUT', '10000');
    await until('they have changed places', async () =>
      String(await replica.client().info('replication')).includes('role:master'),
    );
    await this.inSync(master);
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
