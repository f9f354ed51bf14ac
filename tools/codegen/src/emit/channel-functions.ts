import type { WriterFunction } from 'ts-morph';
import type { ChannelModel } from '../model/contract-model.js';
import { channelNames } from '../names/channel-names.js';
import { exportedFunction } from './exported-function.js';

/** What the functions of a channel import from the runtime. */
export const functionTypes: readonly string[] = [
  'EventBus',
  'EventHandler',
  'EventStream',
  'EventStreamOptions',
  'PublishedEvent',
  'PublishOptions',
  'SubscribeOptions',
  'Subscription',
];

/** The typed functions of a channel: publish, subscribe, unsubscribe, events. */
export function channelFunctions(channel: ChannelModel): readonly WriterFunction[] {
  const names = channelNames(channel);
  const { constant, deprecated } = { ...names, deprecated: channel.deprecated };
  const handler = `EventHandler<typeof ${constant}>`;
  const quoted = `\`${channel.name}\``;
  return [
    exportedFunction({
      doc: { description: `Publishes one event on ${quoted}. Resolves when the bus has accepted it.`, deprecated },
      name: names.publishFunction,
      parameters: ['bus: EventBus', `data: ${names.publish}`, 'options?: PublishOptions'],
      returns: 'Promise<PublishedEvent>',
      result: `bus.publish(${constant}, data, options)`,
    }),
    exportedFunction({
      doc: {
        description: `Calls a handler for every event of ${quoted}. Resolves once events will arrive.`,
        deprecated,
      },
      name: names.subscribeFunction,
      parameters: ['bus: EventBus', `handler: ${handler}`, 'options?: SubscribeOptions'],
      returns: 'Promise<Subscription>',
      result: `bus.subscribe(${constant}, handler, options)`,
    }),
    exportedFunction({
      doc: {
        description: `Ends the subscriptions of a handler to ${quoted}, or of all handlers if none is given.`,
        deprecated,
      },
      name: names.unsubscribeFunction,
      parameters: ['bus: EventBus', `handler?: ${handler}`],
      returns: 'Promise<void>',
      result: `bus.unsubscribe(${constant}, handler)`,
    }),
    exportedFunction({
      doc: { description: `The events of ${quoted} as an async iterable.`, deprecated },
      name: names.eventsFunction,
      parameters: ['bus: EventBus', 'options?: EventStreamOptions'],
      returns: `EventStream<${names.event}>`,
      result: `bus.events(${constant}, options)`,
    }),
  ];
}
