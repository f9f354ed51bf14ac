export type {
  ClientOption,
  ClusterOption,
  ClusterOptions,
  HostAndPort,
  RedisBusOptions,
  RedisBusSettings,
  RedisSettings,
  SentinelOptions,
  SentinelsOption,
  UrlOption,
} from './options/redis-bus-options.js';
export { RedisBus } from './redis-bus.js';
