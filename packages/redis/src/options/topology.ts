import { type NatMap, Redis, type RedisOptions } from 'ioredis';
import { quietSentinelConnector } from '../connection/quiet-sentinel-connector.js';
import { stopAt } from './option-problems.js';
import type { ClusterOptions, HostAndPort, RedisBusOptions, SentinelOptions } from './redis-bus-options.js';

/** Where Redis is. */
export type Topology =
  /** One server, or a master that Sentinels name: clients are copies of a template, which is never connected. */
  | { readonly kind: 'single'; readonly template: Redis; readonly sentinels: boolean }
  /** One server, by clients that the user makes. */
  | { readonly kind: 'factory'; readonly make: (settings: RedisOptions) => Redis }
  /** A Cluster: nodes are copies of a template, each at its address. */
  | {
      readonly kind: 'cluster';
      readonly template: Redis;
      readonly seeds: readonly HostAndPort[];
      readonly natMap: NatMap | undefined;
    };

/** Without it a client stays with the old master until the Sentinels tell that, some ten seconds after a failover. */
const followsFailover = { failoverDetector: true, Connector: quietSentinelConnector } as const;

const asTemplate = { lazyConnect: true, replyMapping: 'legacy' } as const;

/** @throws OptionProblems */
export function checkedTopology(options: RedisBusOptions, redis: RedisOptions): Topology {
  if (options.url !== undefined)
    return { kind: 'single', template: fromUrl('url', options.url, redis), sentinels: false };
  if (options.client !== undefined) return fromClient(options.client, redis);
  if (options.cluster !== undefined) return fromCluster(options.cluster, redis);
  return { kind: 'single', template: fromSentinels(options.sentinels as SentinelOptions, redis), sentinels: true };
}

function fromUrl(name: string, url: unknown, redis: RedisOptions): Redis {
  if (typeof url !== 'string' || !isRedisUrl(url)) {
    // What was given is not shown: it may hold a password.
    stopAt([`${name} must be like redis://host:6379, rediss://user:password@host:6379/0 or /path/of/a.sock`]);
  }
  return new Redis(url as string, { ...redis, ...asTemplate });
}

function isRedisUrl(url: string): boolean {
  if (/^\/[^/]/.test(url)) return !url.includes('?');
  try {
    const { protocol, hostname, search } = new URL(url);
    return /^rediss?:$/.test(protocol) && hostname !== '' && search === '';
  } catch {
    return false;
  }
}

function fromClient(client: unknown, redis: RedisOptions): Topology {
  if (typeof client === 'function') {
    if (Object.keys(redis).length > 0)
      stopAt(["redis can't be given with a client function: put it into the function"]);
    return { kind: 'factory', make: client as (settings: RedisOptions) => Redis };
  }
  if (typeof client !== 'object' || client === null || !('duplicate' in client) || !('options' in client)) {
    stopAt(['client must be a Redis of ioredis, or a function that makes one']);
  }
  if ('isCluster' in (client as object) && (client as { isCluster: unknown }).isCluster === true) {
    stopAt(["client is a Cluster: give it as 'cluster'"]);
  }
  const given = client as Redis;
  const sentinels = Boolean(given.options.sentinels);
  const template = given.duplicate({ ...redis, ...(sentinels ? followsFailover : {}), ...asTemplate });
  return { kind: 'single', template, sentinels };
}

function fromSentinels(given: SentinelOptions, redis: RedisOptions): Redis {
  const { nodes, name, username, password, tls } = Object(given) as SentinelOptions;
  stopAt([
    ...(Array.isArray(nodes) && nodes.length > 0 && nodes.every(isAddress)
      ? []
      : ["sentinels.nodes must list at least one Sentinel, as { host: 'sentinel-1', port: 26379 }"]),
    ...(typeof name === 'string' && name !== ''
      ? []
      : ["sentinels.name must be the master's name, such as 'mymaster'"]),
  ]);
  const all: RedisOptions = {
    ...redis,
    sentinels: nodes.map(({ host, port }) => ({ host, port })),
    name,
    ...followsFailover,
    ...(username === undefined ? {} : { sentinelUsername: username }),
    ...(password === undefined ? {} : { sentinelPassword: password }),
    ...(tls === undefined ? {} : { sentinelTLS: tls }),
    ...(redis.tls === undefined ? {} : { enableTLSForSentinelMode: true }),
  };
  return new Redis({ ...all, ...asTemplate });
}

function fromCluster(given: unknown, redis: RedisOptions): Topology {
  const { nodes, settings, natMap } = isClusterClient(given) ? ofClient(given) : ofOptions(given as ClusterOptions);
  if (
    !Array.isArray(nodes) ||
    nodes.length === 0 ||
    !nodes.every((node) => typeof node === 'string' || isAddress(node))
  ) {
    stopAt(["cluster.nodes must list at least one node, as { host: 'redis-1', port: 6379 } or a url"]);
  }
  const templates = nodes.map((node) =>
    typeof node === 'string'
      ? fromUrl('each of cluster.nodes', node, { ...settings, ...redis })
      : new Redis({ ...settings, ...redis, host: node.host, port: Number(node.port), ...asTemplate }),
  );
  const seeds = templates.map(({ options: { host = 'localhost', port = 6379 } }) => ({ host, port }));
  return { kind: 'cluster', template: templates[0] as Redis, seeds, natMap };
}

/** As much of ioredis's Cluster client as is read. */
interface ClusterClient {
  readonly isCluster: true;
  readonly options: { readonly redisOptions?: RedisOptions; readonly natMap?: NatMap };
  readonly startupNodes?: readonly (string | HostAndPort)[];
  nodes(): readonly Redis[];
}

interface GivenNodes {
  readonly nodes: readonly (string | HostAndPort)[];
  readonly settings: RedisOptions;
  readonly natMap: NatMap | undefined;
}

function isClusterClient(given: unknown): given is ClusterClient {
  return typeof given === 'object' && given !== null && 'isCluster' in given && given.isCluster === true;
}

function ofClient(client: ClusterClient): GivenNodes {
  const known = client.nodes().map(({ options: { host = 'localhost', port = 6379 } }) => ({ host, port }));
  const { redisOptions = {}, natMap } = client.options;
  // What it was made with, as long as it has not connected.
  return { nodes: known.length > 0 ? known : (client.startupNodes ?? []), settings: redisOptions, natMap };
}

function ofOptions(options: ClusterOptions): GivenNodes {
  const { nodes, natMap } = Object(options) as ClusterOptions;
  return { nodes, settings: {}, natMap };
}

function isAddress(node: unknown): node is HostAndPort {
  return typeof node === 'object' && node !== null && 'host' in node && typeof node.host === 'string' && 'port' in node;
}
