import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

/** Where and with what figures were measured. */
export interface Circumstances {
  readonly command: string;
  readonly node: string;
  readonly ioredis: string;
  readonly redis: string;
  readonly cores: number;
}

/** @param command What was typed, so that it can be typed again. */
export function circumstances(command: string, redis: string | undefined): Circumstances {
  const { version } = createRequire(import.meta.url)('ioredis-6/package.json') as { readonly version: string };
  return {
    command,
    node: process.versions.node,
    ioredis: version,
    redis: redis ?? 'of an unknown version',
    cores: availableParallelism(),
  };
}

/** In a sentence. */
export function circumstancesText({ command, node, ioredis, redis, cores }: Circumstances): string {
  return `\`${command}\`, with Node ${node}, Redis ${redis} and ioredis ${ioredis}, all on one machine of ${cores} cores.`;
}
