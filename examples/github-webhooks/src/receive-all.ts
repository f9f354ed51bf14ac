import { type EventBus, isTidingsError } from '@tidings/core';
import type { Delivery } from './deliveries.js';
import { receiveWebhook } from './receive-webhook.js';

/** What became of one delivery. */
export type Outcome = 'published' | 'invalid';

/**
 * Receives every delivery, as a service would from its HTTP requests.
 *
 * @param received Called, and awaited, after each.
 */
export async function receiveAll(
  bus: EventBus,
  deliveries: readonly Delivery[],
  rounds: number,
  received: (event: string, outcome: Outcome) => Promise<unknown> | undefined,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const { event, body } of deliveries) await received(event, await receive(bus, event, body));
  }
}

async function receive(bus: EventBus, event: string, body: unknown): Promise<Outcome> {
  try {
    await receiveWebhook(bus, event, body);
    return 'published';
  } catch (error) {
    if (!isTidingsError(error, 'invalid_payload')) throw error;
    return 'invalid';
  }
}
