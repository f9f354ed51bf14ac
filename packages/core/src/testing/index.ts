export type { BusFeatures, CreateBus, TestRunner } from './contract/bus-features.js';
export { describeEventBusContract } from './contract/describe-event-bus-contract.js';
export type { RawEntry } from './contract/raw-entry.js';
export { type EventuallyOptions, eventually } from './eventually.js';
export type { BusFaults, FaultOptions } from './kit/bus-faults.js';
export { ManualClock } from './kit/manual-clock.js';
export { TestBus, type WaitForOptions } from './kit/test-bus.js';
