import { batchText } from '../envelope/batch-text.js';
import { numbering } from '../envelope/write-envelope.js';
import type { BroadcastTransport } from '../transport/broadcast-transport.js';
import type { Carrier, FrameLimits, LaneFrame, LaneTarget } from './carrier.js';

/** Gives frames to the broadcasting side of a transport; events are numbered for each channel. */
export class BroadcastCarrier implements Carrier<LaneTarget> {
  readonly gathers: boolean;
  readonly oneAtATime: boolean = false;
  readonly frame: FrameLimits;
  readonly complete: (envelope: string, number: number) => string;
  readonly #transport: BroadcastTransport;

  constructor(transport: BroadcastTransport, epoch: string, frame: FrameLimits) {
    this.gathers = transport.gathers;
    this.frame = frame;
    this.#transport = transport;
    this.complete = numbering(epoch);
  }

  isWritable({ channel }: LaneTarget): boolean {
    return this.#transport.isWritable(channel);
  }

  send({ channel }: LaneTarget, frame: LaneFrame): Promise<void> | undefined {
    return this.#transport.send(channel, batchText(frame.events));
  }
}
