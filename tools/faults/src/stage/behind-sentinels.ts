import { infoNumber, type RedisSentinel, type StartSentinelOptions, startSentinel } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import type { Who } from './cast.js';
import { type DurableSetting, durableMedium } from './durable-medium.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';

/** A master, its replica, and the Sentinels that watch them. */
export class BehindSentinels implements Scene {
  readonly sentinel: RedisSentinel;
  readonly #secrets: Secrets;
  readonly #durable: DurableSetting | undefined;

  private constructor(sentinel: RedisSentinel, secrets: Secrets, durable: DurableSetting | undefined) {
    this.sentinel = sentinel;
    this.#secrets = secrets;
    this.#durable = durable;
  }

  static async open(
    secrets: Secrets,
    { durable, config, ...options }: StartSentinelOptions & { readonly durable?: DurableSetting } = {},
  ): Promise<BehindSentinels> {
    const all = { ...options, config: { requirepass: secrets.password, ...config } };
    return new BehindSentinels(await startSentinel(all), secrets, durable);
  }

  medium(who: Who): MediumSpec {
    const { side, role, index, name } = who;
    const { sentinels, name: master } = this.sentinel;
    const { password } = this.#secrets;
    const nodes = sentinels.map(({ host, port }) => ({ host, port }));
    if (this.#durable !== undefined) {
      const bus = { sentinels: { nodes, name: master }, redis: { password } };
      return durableMedium(
        who,
        { bus, control: { options: { sentinels: nodes, name: master, password } } },
        this.#durable,
      );
    }
    if (side === 'control') {
      return {
        kind: 'plain',
        channels: 12,
        options: { sentinels: nodes, name: master, password, connectionName: name },
      };
    }
    const options = { source: `/${role}/${index}`, name, sentinels: { nodes, name: master }, redis: { password } };
    return { kind: 'bus', channels: 12, options };
  }

  /**
   * Lets the sentinels promote the replica. Resolves with how many bytes of what the old master had taken the new one never got:
   * up to where the new one's history parts from the old one's. (`INFO replication`: `master_repl_offset` counts what a server
   * has, `second_repl_offset` is the first byte that the new master has of its own.)
   */
  async failover(): Promise<number> {
    const old = await this.sentinel.master();
    const promoted = await this.sentinel.failover();
    const had = await infoNumber(old, 'replication', 'master_repl_offset');
    const parted = await infoNumber(promoted, 'replication', 'second_repl_offset');
    return had - (parted - 1);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.sentinel.stop();
  }
}
