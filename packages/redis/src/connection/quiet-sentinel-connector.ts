import { type Redis, type RedisOptions, SentinelConnector } from 'ioredis';

/** As much of ioredis's connector as is changed here. */
interface Connector {
  connectToSentinel(...args: unknown[]): Redis;
}

const Base: new (options: unknown) => Connector = SentinelConnector as never;

class QuietSentinelConnector extends Base {
  override connectToSentinel(...args: unknown[]): Redis {
    const client = super.connectToSentinel(...args);
    client.on('error', () => {});
    return client;
  }
}

/**
 * Finds the master by asking Sentinels, and hears of failovers, as ioredis does; but a Sentinel that is away is not written to
 * the console. Others are asked, and if none answers, the connection fails and says so.
 */
export const quietSentinelConnector: NonNullable<RedisOptions['Connector']> = QuietSentinelConnector as never;
