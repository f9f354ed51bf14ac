import { startRedis } from '@tidings/test-redis';

/** Of the server that is started here. */
export async function redisVersion(): Promise<string | undefined> {
  await using server = await startRedis();
  return server.version;
}
