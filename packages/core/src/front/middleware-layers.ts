import type { DeliverCall, Middleware, PublishCall } from '../bus/middleware.js';
import type { PublishedEvent } from '../bus/publish-options.js';
import type { Layer } from './compose.js';
import { refuse } from './option-checks.js';

/** The middleware of a bus, as layers, first used first. Replaced, never changed: a running call keeps what it began with. */
export interface MiddlewareLayers {
  readonly publish: readonly Layer<PublishCall, PublishedEvent>[];
  readonly deliver: readonly Layer<DeliverCall, void>[];
}

/** The layers with those of one more middleware behind them. @throws TidingsError `invalid_option` */
export function withMiddleware(layers: MiddlewareLayers, middleware: Middleware): MiddlewareLayers {
  const { name, publish, deliver }: Middleware = middleware ?? {};
  const parts: readonly unknown[] = [publish, deliver].filter((part) => part !== undefined);
  if (parts.length === 0 || !parts.every((part) => typeof part === 'function')) {
    refuse('this middleware', ['it must have a publish or a deliver function']);
  }
  return {
    publish: publish === undefined ? layers.publish : [...layers.publish, { name, run: publish.bind(middleware) }],
    deliver: deliver === undefined ? layers.deliver : [...layers.deliver, { name, run: deliver.bind(middleware) }],
  };
}
