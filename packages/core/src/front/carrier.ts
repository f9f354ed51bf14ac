import type { ResolvedBusOptions } from './bus-options.js';

/** Where the events of one lane go. */
export interface LaneTarget {
  /** Tells lanes apart. */
  readonly key: string;
  /** The channel's name. */
  readonly channel: string;
}

/** Events that leave together. */
export interface LaneFrame {
  /** Complete CloudEvents, in order; at least one. */
  readonly events: readonly string[];
  /** The keys under which they are stored once; undefined if none has one. */
  readonly onceKeys: readonly (string | undefined)[] | undefined;
}

/** What a frame may measure. */
export interface FrameLimits {
  readonly maxEvents: number;
  /** In characters. */
  readonly maxLength: number;
}

/** What an outbox gives its frames to: the broadcasting side of a transport, or its log. */
export interface Carrier<T extends LaneTarget> {
  /** Whether frames cost a round trip, so that events should share one. */
  readonly gathers: boolean;
  /** Whether a lane's next frame waits until the one before is answered. */
  readonly oneAtATime: boolean;
  /** What a frame may measure. */
  readonly frame: FrameLimits;
  /** An envelope that is open at its end, as it leaves: with its number in the lane where that is told. */
  complete(envelope: string, number: number): string;
  /** Whether a frame can be sent now. */
  isWritable(target: T): boolean;
  /** Sends one: as `BroadcastTransport.send` and `LogTransport.append` say. */
  send(target: T, frame: LaneFrame): Promise<void> | undefined;
}

/** Whoever receives a frame measures it as a whole. A character takes three bytes at most. */
export function frameLimits({ batch, limits }: Pick<ResolvedBusOptions, 'batch' | 'limits'>): FrameLimits {
  return { maxEvents: batch.maxEvents, maxLength: Math.min(batch.maxBytes, Math.floor(limits.eventBytes / 3)) };
}
