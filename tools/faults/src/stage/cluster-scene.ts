import { type RedisCluster, type StartClusterOptions, startCluster } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import type { Who } from './cast.js';
import { type DurableSetting, durableMedium } from './durable-medium.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';

/** A Cluster of three masters. */
export class ClusterScene implements Scene {
  readonly cluster: RedisCluster;
  readonly #secrets: Secrets;
  readonly #durable: DurableSetting | undefined;

  private constructor(cluster: RedisCluster, secrets: Secrets, durable: DurableSetting | undefined) {
    this.cluster = cluster;
    this.#secrets = secrets;
    this.#durable = durable;
  }

  static async open(
    secrets: Secrets,
    { durable, config, ...options }: StartClusterOptions & { readonly durable?: DurableSetting } = {},
  ): Promise<ClusterScene> {
    const all = { ...options, config: { requirepass: secrets.password, ...config } };
    return new ClusterScene(await startCluster(all), secrets, durable);
  }

  medium(who: Who): MediumSpec {
    const { side, role, index, name } = who;
    const { password } = this.#secrets;
    const nodes = this.cluster.nodes.map(({ host, port }) => ({ host, port }));
    if (this.#durable !== undefined) {
      const bus = { cluster: { nodes }, redis: { password } };
      return durableMedium(who, { bus, control: { nodes, options: { password } } }, this.#durable);
    }
    if (side === 'control') {
      return { kind: 'plain-cluster', channels: 12, nodes, options: { password, connectionName: name } };
    }
    const options = { source: `/${role}/${index}`, name, cluster: { nodes }, redis: { password } };
    return { kind: 'bus', channels: 12, options };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.cluster.stop();
  }
}
