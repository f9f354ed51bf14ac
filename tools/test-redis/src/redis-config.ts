/**
 * Lines of a `redis.conf`: `{ maxmemory: '1mb' }` is the line `maxmemory 1mb`. A list makes a line of each of its values. What
 * has spaces in it but is one argument needs the quotes that it needs there.
 */
export type RedisConfig = Readonly<Record<string, string | readonly string[]>>;

/** The text of a `redis.conf`. */
export function configText(config: RedisConfig): string {
  return Object.entries(config)
    .flatMap(([name, value]) => [value].flat().map((each) => `${name} ${each === '' ? '""' : each}\n`))
    .join('');
}
