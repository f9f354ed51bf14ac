import type { LogChannel, LogTransport } from '../../transport/log-transport.js';
import type { Carrier, LaneFrame, LaneTarget } from '../carrier.js';

/** A partition of a durable channel. */
export interface LogTarget extends LaneTarget {
  readonly log: LogChannel;
  readonly partition: number;
}

/** So many events to an entry are nearly as good as more, and whoever takes an entry takes all of it. */
const mostEvents = 256;

/** Gives frames to a log: each becomes one entry of a partition. */
export class LogCarrier implements Carrier<LogTarget> {
  readonly gathers: boolean;
  readonly oneAtATime: boolean = true;
  readonly maxEvents: number;
  readonly #log: LogTransport;

  constructor(log: LogTransport, gathers: boolean, maxEvents: number) {
    this.gathers = gathers;
    this.maxEvents = Math.min(maxEvents, mostEvents);
    this.#log = log;
  }

  complete(open: string): string {
    return `${open}}`;
  }

  isWritable({ log, partition }: LogTarget): boolean {
    return this.#log.isWritable(log, partition);
  }

  send({ log, partition }: LogTarget, { events, onceKeys }: LaneFrame): Promise<void> | undefined {
    return this.#log.append(log, partition, { events, onceKeys });
  }
}
