import type { DurableEvent } from '../../bus/bus-event.js';
import type { BatchContext } from '../../bus/handler-context.js';
import type { DeliverCall } from '../../bus/middleware.js';
import { compose } from '../compose.js';
import { DeliveryContext } from '../delivery.js';
import type { MiddlewareLayers } from '../middleware-layers.js';
import type { DurableDelivery } from './durable-delivery.js';

/** Calls a batch handler, inside of the delivery middleware there is: once, with the first event and the list of all. */
export function callBatchHandler(
  layers: MiddlewareLayers['deliver'],
  handler: (events: readonly DurableEvent[], context: BatchContext<DurableEvent>) => unknown,
  deliveries: readonly DurableDelivery[],
  context: BatchContext<DurableEvent>,
): unknown {
  const events = deliveries.map(({ event }) => event);
  const [first] = deliveries;
  if (layers.length === 0 || first === undefined) return handler(events, context);
  const { channel, event, envelope } = first;
  const call: DeliverCall = { channel, event, events, context: new DeliveryContext(envelope) };
  return compose(layers, call, async () => {
    await handler(events, context);
  });
}
