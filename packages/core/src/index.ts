export type { BusEvent, DurableEvent, EventOf } from './bus/bus-event.js';
export type {
  BusEventKind,
  BusEventListener,
  BusEvents,
  BusStatus,
  DeadLetterReport,
  GapReport,
  InvalidReason,
  InvalidReport,
  ParkedReport,
} from './bus/bus-events.js';
export type {
  ChannelAdmin,
  DeadLetter,
  DeadLetterFilter,
  GroupInfo,
} from './bus/channel-admin.js';
export type {
  BatchGroupOptions,
  BatchHandler,
  BatchSize,
  CursorOptions,
  CursorStreamOptions,
  GroupHandler,
  GroupOptions,
  MemberOptions,
  RetryOptions,
  StartFrom,
} from './bus/durable-options.js';
export type { CloseOptions, EventBus } from './bus/event-bus.js';
export type { EventStream } from './bus/event-stream.js';
export type {
  AttributeValue,
  BatchContext,
  GroupContext,
  HandlerContext,
  TraceContext,
} from './bus/handler-context.js';
export type { Health, HealthTotals } from './bus/health.js';
export type { DeliverCall, Middleware, PublishCall } from './bus/middleware.js';
export type { EncodedEvent, PublishedEvent, PublishOptions } from './bus/publish-options.js';
export type {
  BufferOverflow,
  EventHandler,
  EventStreamOptions,
  QueueOverflow,
  SubscribeOptions,
} from './bus/subscribe-options.js';
export type { Subscription } from './bus/subscription.js';
export type { Branded } from './channel/branded.js';
export type {
  AnyChannel,
  BroadcastChannel,
  Channel,
  ChannelTypes,
  DataOf,
  Delivery,
  DurableChannel,
  NameOf,
  PublishOf,
  Retention,
  WireOf,
} from './channel/channel.js';
export { channelsMatching, type Matching } from './channel/channels-matching.js';
export { decodeData } from './channel/decode-data.js';
export type { OpenEnum } from './channel/open-enum.js';
export type { EventLimits } from './envelope/limits.js';
export {
  type Issue,
  isTidingsError,
  TidingsError,
  type TidingsErrorCode,
  type TidingsErrorOptions,
} from './errors/tidings-error.js';
export type { BatchOptions, BusOptions } from './front/bus-options.js';
export type { Clock } from './front/clock.js';
export { MemoryBus, type MemoryBusOptions } from './memory/memory-bus.js';
export { MemoryHub } from './memory/memory-hub.js';
