import type { BusEvent } from '../bus/bus-event.js';
import type { HandlerContext } from '../bus/handler-context.js';
import type { DeliverCall } from '../bus/middleware.js';
import type { AnyChannel } from '../channel/channel.js';
import { compose } from './compose.js';
import type { MiddlewareLayers } from './middleware-layers.js';

/** Calls a handler with one event, inside of the delivery middleware there is. */
export function callHandler<E extends BusEvent, Context extends HandlerContext>(
  layers: MiddlewareLayers['deliver'],
  handler: (event: E, context: Context) => unknown,
  { channel, event }: { readonly channel: AnyChannel; readonly event: E },
  context: Context,
): unknown {
  if (layers.length === 0) return handler(event, context);
  const call: DeliverCall = { channel, event, context };
  return compose(layers, call, async () => {
    await handler(event, context);
  });
}
