import type { WriterFunction } from 'ts-morph';
import type { PlannedChannel } from './client-plan.js';
import { exportedFunction } from './declarations.js';

/** What the functions of a channel import from the runtime. */
export const functionTypes: readonly string[] = [
  'EventBus',
  'EventStream',
  'EventStreamOptions',
  'HandlerContext',
  'PublishedEvent',
  'PublishOptions',
  'SubscribeOptions',
  'Subscription',
];

/** The typed functions of a channel: publish, subscribe, unsubscribe, events. */
export function channelFunctions({ model, names }: PlannedChannel): readonly WriterFunction[] {
  const { constant } = names;
  const { deprecated } = model;
  // Spelt out: to work it out of the channel's type costs the compiler twenty-five times as much.
  const handler = `(event: ${names.event}, context: HandlerContext) => unknown`;
  const quoted = `\`${model.name}\``;
  return [
    exportedFunction({
      doc: { note: `Publishes one event on ${quoted}. Resolves when the bus has accepted it.`, deprecated },
      name: names.publishFunction,
      parameters: ['bus: EventBus', `data: ${names.publish}`, 'options?: PublishOptions'],
      returns: 'Promise<PublishedEvent>',
      result: `bus.publish(${constant}, data, options)`,
    }),
    exportedFunction({
      doc: { note: `Calls a handler for every event of ${quoted}. Resolves once events will arrive.`, deprecated },
      name: names.subscribeFunction,
      parameters: ['bus: EventBus', `handler: ${handler}`, 'options?: SubscribeOptions'],
      returns: 'Promise<Subscription>',
      result: `bus.subscribe(${constant}, handler, options)`,
    }),
    exportedFunction({
      doc: {
        note: `Ends the subscriptions of a handler to ${quoted}, or of all handlers if none is given.`,
        deprecated,
      },
      name: names.unsubscribeFunction,
      parameters: ['bus: EventBus', `handler?: ${handler}`],
      returns: 'Promise<void>',
      result: `bus.unsubscribe(${constant}, handler)`,
    }),
    exportedFunction({
      doc: { note: `The events of ${quoted} as an async iterable.`, deprecated },
      name: names.eventsFunction,
      parameters: ['bus: EventBus', 'options?: EventStreamOptions'],
      returns: `EventStream<${names.event}>`,
      result: `bus.events(${constant}, options)`,
    }),
  ];
}
