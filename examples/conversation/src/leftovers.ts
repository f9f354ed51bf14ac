import type { EventBus } from '@tidings/core';
import type { Leftovers } from './totals.js';
import { channels, group } from './transcribe.js';

/** Asks the bus what is left to do for the group. */
export async function leftoversOn(bus: EventBus): Promise<Leftovers> {
  let [unsettled, deadLetters] = [0, 0];
  for (const channel of channels) {
    const admin = bus.admin(channel);
    const own = (await admin.groups()).find(({ name }) => name === group);
    unsettled += own?.lag ?? 0;
    deadLetters += (await admin.deadLetters({ group })).length;
  }
  return { unsettled, deadLetters };
}
