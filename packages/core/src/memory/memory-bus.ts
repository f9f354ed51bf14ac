import type { BusOptions } from '../front/bus-options.js';
import { systemClock } from '../front/clock.js';
import { atLeast, duration, refuse, requireObject } from '../front/option-checks.js';
import { TransportBus } from '../front/transport-bus.js';
import { MemoryHub } from './memory-hub.js';
import { MemoryTransport } from './memory-transport.js';

/** What a memory bus can be told. */
export interface MemoryBusOptions extends BusOptions {
  /** What it shares with other memory buses. Default: a hub of its own. */
  readonly hub?: MemoryHub;
  /** How many partitions a durable channel with a key has: the same for all buses of a hub. Default 8. */
  readonly partitions?: number;
  /** How long a durable event of a chosen id is stored only once, in milliseconds. Default 600,000. */
  readonly onceWindowMs?: number;
}

/**
 * A bus within one process, for tests and for programs that are one process. It moves the same encoded events as any
 * other bus, so what works here works on Redis.
 *
 * Each handler subscribed when `publish()` is called is invoked once, in publish order, in this process. Durable channels keep
 * their events, for groups and readers that come later, in the memory of the hub. Nothing survives exit.
 *
 * @example
 * ```ts
 * await using bus = new MemoryBus({ source: '/services/orders' });
 * await bus.subscribe(orderPlaced, (event) => console.error(event.data.total));
 * await bus.publish(orderPlaced, { orderId, total: 12.5, placedAt: new Date() });
 * ```
 */
export class MemoryBus extends TransportBus {
  constructor(options: MemoryBusOptions = {}) {
    requireObject('the options of the bus', options);
    const { hub = new MemoryHub(), partitions = 8, onceWindowMs = 600_000, ...rest } = options;
    // By what it does, not by its class: it may come from another installed copy of this package.
    if (typeof hub?.join !== 'function') refuse('the options of the bus', ['hub must be a MemoryHub']);
    refuse('the options of the bus', [
      ...atLeast(1, 'partitions', partitions),
      ...duration('onceWindowMs', onceWindowMs),
    ]);
    super(new MemoryTransport(hub, { partitions, onceWindowMs, clock: rest.clock ?? systemClock }), rest);
  }
}
