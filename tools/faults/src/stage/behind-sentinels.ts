import { type RedisSentinel, type StartSentinelOptions, startSentinel } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import type { Who } from './cast.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';

/** A master, its replica, and the Sentinels that watch them. */
export class BehindSentinels implements Scene {
  readonly sentinel: RedisSentinel;
  readonly #secrets: Secrets;

  private constructor(sentinel: RedisSentinel, secrets: Secrets) {
    this.sentinel = sentinel;
    this.#secrets = secrets;
  }

  static async open(secrets: Secrets, options: StartSentinelOptions = {}): Promise<BehindSentinels> {
    return new BehindSentinels(await startSentinel({ ...options, config: { requirepass: secrets.password } }), secrets);
  }

  medium({ side, role, index, name }: Who): MediumSpec {
    const { sentinels, name: master } = this.sentinel;
    const { password } = this.#secrets;
    const nodes = sentinels.map(({ host, port }) => ({ host, port }));
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

  [Symbol.asyncDispose](): Promise<void> {
    return this.sentinel.stop();
  }
}
