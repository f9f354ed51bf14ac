export type { BusOptions } from '../front/bus-options.js';
export { TransportBus } from '../front/transport-bus.js';
export type { BroadcastSink, BroadcastTransport, Frame } from './broadcast-transport.js';
