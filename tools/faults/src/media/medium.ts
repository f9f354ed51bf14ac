import type { Outcome } from '../ledger/report.js';
import type { NumberedEvent } from '../participant/numbered-event.js';
import type { Told } from '../participant/witness.js';

/** What events travel through: a bus, a plain client, somebody else's library. */
export interface Medium {
  /** Resolves with what became of it; never rejects. */
  publish(channel: number, event: NumberedEvent): Promise<Outcome>;
  /** Does beforehand what is done once for each channel. */
  prepare?(): void;
  /** Receives what is broadcast. Resolves once events will arrive. */
  subscribe?(): Promise<void>;
  /** Becomes a member of the group that handles every channel. Resolves once events will arrive. */
  work?(): Promise<void>;
  /** Reads every channel from its beginning, by a cursor of its own. Resolves once events will arrive. */
  read?(): Promise<void>;
  /** Events that wait to be sent or to be answered. */
  readonly waiting: number;
  close(): Promise<void>;
  /** From now on something is wrong with some of the handlers of channel 0. */
  misbehave?(how: Misbehaviour): Promise<void>;
  /** All handlers are well again. */
  behave?(): Promise<void>;
  /** Publishes the largest event that the limit allows, and one that is a byte larger; gives the outcomes. */
  outgrow?(): Promise<Outgrown>;
  /** Adds handlers to channel 0. */
  crowd?(handlers: number): Promise<void>;
  /** How many calls they have had. */
  readonly crowdCalls?: number;
  /** The most calls of a misbehaving handler that ran at once. */
  readonly mostAtOnce?: number;
  /** What the group's dead-letter log of channel 0 holds, by code; and what is parked for it. */
  buried?(): Promise<Buried>;
}

/** How handlers misbehave. */
export type Misbehaviour = 'throws' | 'hangs';

/** What became of two events at the limit. */
export interface Outgrown {
  readonly largest: Outcome;
  readonly tooLarge: Outcome;
}

/** What a group has set aside of a channel. */
export interface Buried {
  readonly deadLetters: Readonly<Record<string, number>>;
  readonly parked: number;
}

/** Whom a medium tells. */
export interface MediumListener {
  /** Where the publisher is not a number from 0, it is none of the numbered ones. */
  received(channel: number, event: NumberedEvent): void;
  /** Handled, of a durable channel. When it resolves, it may be acknowledged. */
  handled(channel: number, event: NumberedEvent, id: string): Promise<void>;
  /** Given to a handler that takes its time. When it resolves, the ledger is sure to learn of it. */
  began(channel: number, event: NumberedEvent): Promise<void>;
  hole(publisher: number, channel: number, count: number): void;
  tell(told: Told): void;
  /** What a program would log. */
  log(what: string, about: unknown): void;
}
