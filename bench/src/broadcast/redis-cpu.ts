import type { RedisServer } from '@tidings/test-redis';

/** How much processor time a server has used, in milliseconds. */
export async function redisCpuMs(redis: RedisServer): Promise<number> {
  const info = await redis.client().info('cpu');
  return ['used_cpu_sys', 'used_cpu_user'].reduce((sum, name) => {
    const seconds = new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1];
    if (seconds === undefined) throw new Error(`Redis does not tell its ${name}`);
    return sum + Number(seconds) * 1_000;
  }, 0);
}
