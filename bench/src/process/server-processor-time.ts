import { infoNumber, type RedisServer } from '@tidings/test-redis';

/** Processor time of a server so far, in milliseconds. */
export async function serverProcessorMs(server: RedisServer): Promise<number> {
  const seconds = await Promise.all(['used_cpu_sys', 'used_cpu_user'].map((name) => infoNumber(server, 'cpu', name)));
  return seconds.reduce((sum, each) => sum + each, 0) * 1_000;
}
