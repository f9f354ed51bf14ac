import type { EventOf } from '../../bus/bus-event.js';
import type { AnyChannel } from '../../channel/channel.js';
import { isRejection } from '../../channel/channel-codec.js';
import { isEnvelopeProblem, readEnvelope } from '../../envelope/read-envelope.js';
import { systemClock } from '../../front/clock.js';
import { Delivery } from '../../front/delivery.js';
import { refuse } from '../../front/option-checks.js';
import { requireChannel } from '../../front/require-channel.js';
import { TransportBus } from '../../front/transport-bus.js';
import type { MemoryBusOptions } from '../../memory/memory-bus.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import type { BusFaults } from './bus-faults.js';
import { FaultyTransport } from './faulty-transport.js';

/** How long to wait for an event. */
export interface WaitForOptions {
  /** When to give up, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
}

/**
 * A memory bus for tests of code that publishes and subscribes: it records what was published, waits for it, and makes
 * things go wrong on command.
 *
 * @example
 * ```ts
 * const bus = new TestBus();
 * const service = new OrderService(bus);
 * await service.place(order);
 * const event = await bus.waitFor(orderPlaced, ({ data }) => data.orderId === order.id);
 * assert.equal(bus.published(orderPlaced).length, 1);
 * ```
 */
export class TestBus extends TransportBus {
  /** What can be made to go wrong. */
  readonly faults: BusFaults;
  readonly #sent: Map<string, unknown[]>;
  readonly #watching: Set<() => void>;

  constructor(options: MemoryBusOptions = {}) {
    const { hub = new MemoryHub(), partitions = 8, onceWindowMs = 600_000, ...rest } = options;
    const settings = { partitions, onceWindowMs, clock: rest.clock ?? systemClock };
    const sent = new Map<string, unknown[]>();
    const watching = new Set<() => void>();
    const transport = new FaultyTransport(hub, settings, (channel, frame) => {
      const parsed: unknown = JSON.parse(frame);
      const list = sent.get(channel) ?? [];
      list.push(...(Array.isArray(parsed) ? parsed : [parsed]));
      sent.set(channel, list);
      for (const look of [...watching]) look();
    });
    super(transport, rest);
    this.faults = transport;
    this.#sent = sent;
    this.#watching = watching;
  }

  /** What this bus published on a channel and its transport accepted, oldest first, as a handler would receive it. */
  published<C extends AnyChannel>(channel: C): readonly EventOf<C>[] {
    return (this.#sent.get(channel.name) ?? []).map((element) => eventOf(channel, element));
  }

  /** Forgets what was published so far. */
  forget(): void {
    this.#sent.clear();
  }

  /**
   * Resolves with the first event published on a channel, already or from now on, that a predicate accepts.
   *
   * @throws Error after `timeoutMs`, saying what was published instead.
   */
  async waitFor<C extends AnyChannel>(
    channel: C,
    predicate: (event: EventOf<C>) => boolean = () => true,
    { timeoutMs = 5_000 }: WaitForOptions = {},
  ): Promise<EventOf<C>> {
    requireChannel(channel);
    if (typeof predicate !== 'function') refuse('this call of waitFor', ['the predicate must be a function']);
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#watching.delete(look);
      };
      let seen: readonly unknown[] = [];
      let looked = 0;
      const look = (): void => {
        try {
          const sent = this.#sent.get(channel.name) ?? [];
          // Another list once what was sent has been forgotten.
          if (sent !== seen) looked = 0;
          seen = sent;
          while (looked < sent.length) {
            const event = eventOf(channel, sent[looked]);
            looked += 1;
            if (!predicate(event)) continue;
            stop();
            resolve(event);
            return;
          }
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(`no such event was published on '${channel.name}' within ${timeoutMs} ms; ${this.#summary()}`),
        );
      }, timeoutMs);
      this.#watching.add(look);
      look();
    });
  }

  #summary(): string {
    const counts = [...this.#sent].map(([name, list]) => `${list.length} on '${name}'`);
    return counts.length === 0 ? 'nothing was published' : `published were ${counts.join(', ')}`;
  }
}

function eventOf<C extends AnyChannel>(channel: C, element: unknown): EventOf<C> {
  const envelope = readEnvelope(element, channel.name);
  if (isEnvelopeProblem(envelope)) throw new Error(`a recorded event is not one: ${envelope.message}`);
  const data = channel['~codec'].decode(envelope.data, envelope.version, envelope.minReader);
  if (isRejection(data)) throw new Error(`a recorded event does not fit its channel: ${data.message}`);
  return new Delivery(channel, envelope, data).event as EventOf<C>;
}
