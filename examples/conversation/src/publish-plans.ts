import { setTimeout as wait } from 'node:timers/promises';
import type { EventBus } from '@tidings/core';
import type { Plan } from './plan.js';
import type { Published } from './record.js';

/** How long people think, so that all conversations go on for a second or so. */
const pauseMs = 25;

/**
 * Lets all conversations take place, side by side: an event of each, then the next of each.
 *
 * @param accepted Told of each event that the bus has accepted.
 */
export async function publishPlans(
  bus: EventBus,
  plans: readonly Plan[],
  accepted: (event: Published) => void,
): Promise<void> {
  const longest = Math.max(...plans.map(({ steps }) => steps.length));
  for (let position = 0; position < longest; position += 1) {
    const round = plans.map(async ({ conversationId, steps }) => {
      const step = steps[position];
      if (step === undefined) return;
      const { id, channel } = await step.publish(bus);
      accepted({ id, channel, conversationId, position });
    });
    await Promise.all(round);
    await wait(pauseMs);
  }
}
