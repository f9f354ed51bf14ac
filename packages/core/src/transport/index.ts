export { batchText } from '../envelope/batch-text.js';
export { type BusOptions, busOptionProblems } from '../front/bus-options.js';
export { atLeast, duration, oneOf, refuse, requireObject, unknownOptions } from '../front/option-checks.js';
export { TransportBus } from '../front/transport-bus.js';
export { beforeAll, type LogId, mostEventsInEntry, readLogId, writeLogId } from '../log/log-id.js';
export { type Candidate, ownerOf } from '../log/owner-of.js';
export { partitionOf } from '../log/partition-of.js';
export type { BroadcastSink, BroadcastTransport, Frame } from './broadcast-transport.js';
export type { BusTransport } from './bus-transport.js';
export type {
  DeadEvent,
  DeadLetterEntry,
  DeadLetterQuery,
  JoinOptions,
  LogAdmin,
  LogBatch,
  LogChannel,
  LogEntry,
  LogGroup,
  LogMember,
  LogPlace,
  LogPlaces,
  LogReader,
  LogSink,
  LogStart,
  LogTransport,
  ParkedEvent,
  Settlement,
} from './log-transport.js';
