import { closedEnvelope } from '../../envelope/write-envelope.js';
import type { LogBatch, LogChannel, LogTransport } from '../../transport/log-transport.js';
import type { Carrier, FrameLimits, LaneFrame, LaneTarget } from '../carrier.js';

/** A partition of a durable channel. */
export interface LogTarget extends LaneTarget {
  readonly log: LogChannel;
  readonly partition: number;
}

/** So many events to an entry are nearly as good as more, and whoever takes an entry takes all of it. */
const mostEvents = 256;

/** So many entries are appended together, as only one thing of a partition is under way at a time. */
const mostEntries = 4;

/** Gives frames to a log: each becomes some entries of a partition. */
export class LogCarrier implements Carrier<LogTarget> {
  readonly gathers: boolean;
  readonly oneAtATime: boolean = true;
  readonly frame: FrameLimits;
  readonly #log: LogTransport;
  readonly #entry: FrameLimits;

  constructor(log: LogTransport, gathers: boolean, entry: FrameLimits) {
    this.gathers = gathers;
    this.#log = log;
    this.#entry = { ...entry, maxEvents: Math.min(entry.maxEvents, mostEvents) };
    this.frame = { maxEvents: mostEntries * this.#entry.maxEvents, maxLength: mostEntries * this.#entry.maxLength };
  }

  complete(envelope: string): string {
    return closedEnvelope(envelope);
  }

  isWritable({ log, partition }: LogTarget): boolean {
    return this.#log.isWritable(log, partition);
  }

  send({ log, partition }: LogTarget, frame: LaneFrame): Promise<void> | undefined {
    return this.#log.append(log, partition, this.#batches(frame));
  }

  #batches({ events, onceKeys }: LaneFrame): readonly LogBatch[] {
    const { maxEvents, maxLength } = this.#entry;
    const batches: LogBatch[] = [];
    let from = 0;
    let length = 0;
    const cut = (to: number): void => {
      batches.push({ events: events.slice(from, to), onceKeys: onceKeys?.slice(from, to) });
      from = to;
      length = 0;
    };
    for (const [at, event] of events.entries()) {
      if (at > from && (at - from === maxEvents || length + event.length > maxLength)) cut(at);
      length += event.length + 1;
    }
    cut(events.length);
    return batches;
  }
}
