import { TransportBus } from '@tidings/core/transport';
import { SingleServerBroadcast } from './broadcast/single-server-broadcast.js';
import { ClusterBroadcast } from './cluster/cluster-broadcast.js';
import { sourceFromTemplate } from './connection/connection-source.js';
import { sourceFromFactory } from './connection/source-from-factory.js';
import type { RedisBusOptions } from './options/redis-bus-options.js';
import { type ResolvedRedisBusOptions, resolveRedisBusOptions } from './options/resolve-redis-bus-options.js';
import { type LoggingBroadcast, RedisTransport } from './redis-transport.js';

/**
 * A bus through Redis: a single server, one behind Sentinels, or a Cluster. What works on a `MemoryBus` works here.
 *
 * Broadcast is at most once per `publish()`, and nothing is ever sent twice. What is sent while a subscriber is
 * disconnected, too slow or failing over is lost to it, and it is told: every reconnect emits `gap`, and every hole that is
 * followed by a later event of the same publisher is reported with its count. A resolved `publish()` means that Redis
 * accepted the command, not that anyone received it; a rejected one says whether it was not sent or whether nobody knows
 * (`outcome_unknown`).
 *
 * It has two connections to each server, or to each master of a Cluster, however many channels there are; three once a durable
 * channel is used.
 *
 * @example
 * ```ts
 * await using bus = new RedisBus({ url: 'redis://localhost:6379', source: '/services/orders' });
 * bus.on('gap', (gap) => console.error('events may have been missed', gap));
 * await bus.subscribe(orderPlaced, (event) => console.error(event.data.total));
 * await bus.publish(orderPlaced, { orderId, total: 12.5, placedAt: new Date() });
 * ```
 */
export class RedisBus extends TransportBus {
  /** @throws TidingsError `invalid_option`, naming every problem at once; never a url. */
  constructor(options: RedisBusOptions) {
    const resolved = resolveRedisBusOptions(options);
    super(redisTransport(resolved), resolved.bus);
  }
}

/** What a bus with these options stands on. */
export function redisTransport(options: ResolvedRedisBusOptions): RedisTransport {
  return new RedisTransport(broadcastThrough(options), options);
}

function broadcastThrough(options: ResolvedRedisBusOptions): LoggingBroadcast {
  const { topology } = options;
  if (topology.kind === 'cluster') return new ClusterBroadcast(topology, options);
  const source =
    topology.kind === 'factory'
      ? sourceFromFactory(topology.make, options)
      : sourceFromTemplate(topology.template, options);
  const replicaWillDo = topology.kind === 'factory' || !topology.sentinels;
  return new SingleServerBroadcast(source, { ...options, replicaWillDo });
}
