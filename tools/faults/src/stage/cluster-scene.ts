import { type RedisCluster, startCluster } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import type { Who } from './cast.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';

/** A Cluster of three masters. */
export class ClusterScene implements Scene {
  readonly cluster: RedisCluster;
  readonly #secrets: Secrets;

  private constructor(cluster: RedisCluster, secrets: Secrets) {
    this.cluster = cluster;
    this.#secrets = secrets;
  }

  static async open(secrets: Secrets): Promise<ClusterScene> {
    return new ClusterScene(await startCluster({ config: { requirepass: secrets.password } }), secrets);
  }

  medium({ side, role, index, name }: Who): MediumSpec {
    const { password } = this.#secrets;
    const nodes = this.cluster.nodes.map(({ host, port }) => ({ host, port }));
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
