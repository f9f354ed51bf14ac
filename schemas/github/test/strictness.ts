import type { AnyChannel } from '@tidings/core';
import { accepts } from './accepts.js';
import { deliveriesOf } from './deliveries.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { officialFaults } from './official-schema.js';

/** How many mutations there were, and how many of them a channel refused. */
export interface Tally {
  made: number;
  refused: number;
}

/** How strict a channel is. */
export interface Strictness {
  readonly name: string;
  readonly deliveries: number;
  /** How many of them GitHub's own schema finds fault with; the channel takes them all the same. */
  readonly faulty: number;
  readonly tallies: Readonly<Record<Mutation['kind'], Tally>>;
  /** What it took, list positions left out, with how often. */
  readonly survivors: ReadonlyMap<string, number>;
}

/**
 * Tries a channel with every mutation of every real delivery.
 *
 * A mutation counts if GitHub's official JSON Schema finds a fault that it did not find before: removing what is
 * optional, or giving a leaf another type that it may have, breaks nothing. A delivery that the channel refuses
 * unmutated would make every mutation look refused, so that is an error.
 */
export function strictnessOf(channel: AnyChannel): Strictness {
  const tallies = { removal: { made: 0, refused: 0 }, 'type change': { made: 0, refused: 0 } };
  const survivors = new Map<string, number>();
  const deliveries = deliveriesOf(channel);
  let faulty = 0;
  for (const delivery of deliveries) {
    if (!accepts(channel, delivery.payload)) throw new Error(`${delivery.label} is refused as it is`);
    const payload = structuredClone(delivery.payload);
    const before = officialFaults(delivery);
    if (before.size > 0) faulty += 1;
    for (const mutation of mutationsOf(payload)) {
      mutation.apply();
      if (hasMore(officialFaults({ ...delivery, payload }), before)) {
        const tally = tallies[mutation.kind];
        tally.made += 1;
        if (!accepts(channel, payload)) {
          tally.refused += 1;
        } else {
          const place = mutation.label.replaceAll(/\/\d+(?=\/| )/g, '/*');
          survivors.set(place, (survivors.get(place) ?? 0) + 1);
        }
      }
      mutation.undo();
    }
  }
  return { name: channel.name, deliveries: deliveries.length, faulty, tallies, survivors };
}

function hasMore(faults: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  for (const fault of faults) if (!before.has(fault)) return true;
  return false;
}
