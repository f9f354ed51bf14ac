import type { EventBus } from '@tidings/core';

/** What became of the events of one channel. */
export interface ChannelTally {
  /** Accepted by the bus. */
  published: number;
  /** Handled: once for each handler and stream. */
  delivered: number;
  /** Refused by the schema, before publishing or on arrival. */
  invalid: number;
  /** Handlers that threw. */
  failed: number;
}

/** Counts what a bus does, by channel, from what it tells of itself. */
export class Tally {
  readonly #channels = new Map<string, ChannelTally>();

  constructor(bus: EventBus) {
    bus.on('published', ({ channel }) => {
      this.of(channel).published += 1;
    });
    bus.on('delivered', ({ channel }) => {
      this.of(channel).delivered += 1;
    });
    bus.on('invalid', ({ channel }) => {
      this.of(channel).invalid += 1;
    });
    bus.on('failed', ({ channel }) => {
      this.of(channel).failed += 1;
    });
  }

  /** The counts of a channel, to be read and added to. */
  of(channel: string): ChannelTally {
    const known = this.#channels.get(channel);
    if (known !== undefined) return known;
    const tally = { published: 0, delivered: 0, invalid: 0, failed: 0 };
    this.#channels.set(channel, tally);
    return tally;
  }

  /** All channels by name. */
  sorted(): readonly (readonly [string, ChannelTally])[] {
    return [...this.#channels].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The sum over all channels. */
  total(): ChannelTally {
    const total = { published: 0, delivered: 0, invalid: 0, failed: 0 };
    for (const tally of this.#channels.values()) {
      total.published += tally.published;
      total.delivered += tally.delivered;
      total.invalid += tally.invalid;
      total.failed += tally.failed;
    }
    return total;
  }
}
