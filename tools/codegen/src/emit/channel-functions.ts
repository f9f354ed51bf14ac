import type { PlannedChannel } from './client-plan.js';
import { exportedFunction, type FunctionText, overloadedFunction } from './declarations.js';
import type { WriterFunction } from './source-file.js';

const common = ['EventBus', 'EventStream', 'HandlerContext', 'PublishedEvent', 'PublishOptions', 'Subscription'];

/** What the functions of a channel import from the runtime. */
export function functionTypes({ delivery }: PlannedChannel['model']): readonly string[] {
  if (delivery === 'broadcast') return [...common, 'EventStreamOptions', 'SubscribeOptions'];
  const options = ['BatchGroupOptions', 'CursorOptions', 'CursorStreamOptions', 'GroupOptions'];
  return [...common, ...options, 'BatchContext', 'GroupContext'];
}

/** The typed functions of a channel: publish, subscribe, unsubscribe, events. */
export function channelFunctions(channel: PlannedChannel): readonly WriterFunction[] {
  const { model, names } = channel;
  const receiving = model.delivery === 'broadcast' ? broadcastFunctions(channel) : durableFunctions(channel);
  return [
    exportedFunction({
      doc: docOf(channel, `Publishes one event on ${quoted(channel)}. Resolves when the bus has accepted it.`),
      name: names.publishFunction,
      parameters: ['bus: EventBus', `data: ${names.publish}`, 'options?: PublishOptions'],
      returns: 'Promise<PublishedEvent>',
      result: `bus.publish(${names.constant}, data, options)`,
    }),
    ...receiving,
  ];
}

// Handlers are spelt out: to work them out of the channel's type costs the compiler twenty-five times as much.

function broadcastFunctions(channel: PlannedChannel): readonly WriterFunction[] {
  const { names } = channel;
  const handler = `(event: ${names.event}, context: HandlerContext) => unknown`;
  return [
    exportedFunction({
      doc: docOf(channel, `Calls a handler for every event of ${quoted(channel)}. Resolves once events will arrive.`),
      name: names.subscribeFunction,
      parameters: ['bus: EventBus', `handler: ${handler}`, 'options?: SubscribeOptions'],
      returns: 'Promise<Subscription>',
      result: `bus.subscribe(${names.constant}, handler, options)`,
    }),
    unsubscribeFunction(channel, handler),
    eventsFunction(channel, 'options?: EventStreamOptions', `The events of ${quoted(channel)} as an async iterable.`),
  ];
}

function durableFunctions(channel: PlannedChannel): readonly WriterFunction[] {
  const { names } = channel;
  const { event } = names;
  const inGroup = `(event: ${event}, context: GroupContext) => unknown`;
  const inBatches = `(events: readonly ${event}[], context: BatchContext<${event}>) => unknown`;
  const alone = `(event: ${event}, context: HandlerContext) => unknown`;
  const signature = (note: string, handler: string, options: string): Omit<FunctionText, 'result'> => ({
    doc: docOf(channel, note),
    name: names.subscribeFunction,
    parameters: ['bus: EventBus', `handler: ${handler}`, `options: ${options}`],
    returns: 'Promise<Subscription>',
  });
  const member = `Handles the events of ${quoted(channel)} as a member of a group, at least once each. Resolves once it is a member.`;
  return [
    overloadedFunction(
      [
        signature(member, inGroup, 'GroupOptions'),
        signature('The same, several events in a call.', inBatches, 'BatchGroupOptions'),
        signature(`Reads every event of ${quoted(channel)}, without a group, from a place on.`, alone, 'CursorOptions'),
      ],
      {
        ...signature('', '(...given: never) => unknown', 'GroupOptions | BatchGroupOptions | CursorOptions'),
        result: `bus.subscribe(${names.constant}, handler as never, options as never)`,
      },
    ),
    unsubscribeFunction(channel, `\n  | (${inGroup})\n  | (${inBatches})`),
    eventsFunction(
      channel,
      'options: CursorStreamOptions',
      `The events of ${quoted(channel)} as an async iterable, from a place on.`,
    ),
  ];
}

function unsubscribeFunction(channel: PlannedChannel, handler: string): WriterFunction {
  const { names } = channel;
  return exportedFunction({
    doc: docOf(
      channel,
      `Ends the subscriptions of a handler to ${quoted(channel)}, or of all handlers if none is given.`,
    ),
    name: names.unsubscribeFunction,
    parameters: ['bus: EventBus', `handler?:${handler.startsWith('\n') ? '' : ' '}${handler}`],
    returns: 'Promise<void>',
    result: `bus.unsubscribe(${names.constant}, handler)`,
  });
}

function eventsFunction(channel: PlannedChannel, options: string, note: string): WriterFunction {
  const { names } = channel;
  return exportedFunction({
    doc: docOf(channel, note),
    name: names.eventsFunction,
    parameters: ['bus: EventBus', options],
    returns: `EventStream<${names.event}>`,
    result: `bus.events(${names.constant}, options)`,
  });
}

function quoted({ model }: PlannedChannel): string {
  return `\`${model.name}\``;
}

function docOf({ model }: PlannedChannel, note: string): FunctionText['doc'] {
  return { note, deprecated: model.deprecated };
}
