import type { EventBus } from '../../bus/event-bus.js';
import type { AnyChannel } from '../../channel/channel.js';
import type { BusOptions } from '../../front/bus-options.js';
import type { Frame } from '../../transport/broadcast-transport.js';

/** What a case works with. Each case has a world and channel names of its own. */
export interface CaseTools {
  /** A new bus in this case's world, closed when the case is over. */
  bus(options?: BusOptions): EventBus;
  /** A channel name that no other case uses, ending in the given word. */
  name(word?: string): string;
  /** Sends a frame past every bus. */
  sendRaw(channel: AnyChannel, frame: Frame): Promise<void>;
  /** Puts an entry into the log of a durable channel past every bus, in partition 0: each text stands where an event would. */
  appendRaw(channel: AnyChannel, ...events: readonly string[]): Promise<void>;
  /** Cuts all connections of the case's buses, once. */
  cutConnections(): Promise<void>;
  /** Has a bus end as if its process had. */
  crash(bus: EventBus): Promise<void>;
}

/** One thing that every bus does. */
export interface ContractCase {
  /** What it does, as a sentence. */
  readonly name: string;
  run(tools: CaseTools): Promise<void>;
}
