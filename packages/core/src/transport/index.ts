export { type BusOptions, busOptionProblems } from '../front/bus-options.js';
export { atLeast, duration, oneOf, refuse, requireObject, unknownOptions } from '../front/option-checks.js';
export { TransportBus } from '../front/transport-bus.js';
export type { BroadcastSink, BroadcastTransport, Frame } from './broadcast-transport.js';
