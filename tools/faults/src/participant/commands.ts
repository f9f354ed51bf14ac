import type { Role, Side } from '../ledger/report.js';
import type { Buried, Misbehaviour, Outgrown } from '../media/medium.js';
import type { MediumSpec } from '../media/medium-spec.js';
import type { Pace } from './load.js';

/** Who a participant is, and what it works with. */
export interface ParticipantSetting {
  readonly side: Side;
  readonly role: Role;
  /** From 0, per side and role. */
  readonly index: number;
  readonly ledgerPort: number;
  readonly medium: MediumSpec;
}

/** What a publisher or a subscriber can be asked. */
export interface ParticipantCommands {
  /** Resolves when it is ready: a subscriber, when it has subscribed. Gives how long that took. */
  open(setting: ParticipantSetting): Promise<{ readonly tookMs: number }>;
  /** Begins to publish. */
  load(pace: Pace): void;
  /** Publishes no more; gives how many events it has published. */
  stop(): number;
  /** Publishes one event on each channel; gives how many events it has published by then. */
  round(): number;
  /** Something is wrong with handlers from now on. */
  misbehave(how: Misbehaviour): Promise<void>;
  /** All handlers are well again. */
  behave(): Promise<void>;
  outgrow(): Promise<Outgrown>;
  /** Adds handlers to channel 0. */
  crowd(handlers: number): Promise<void>;
  /** What the group has set aside of channel 0. */
  buried(): Promise<Buried>;
  /** What it is like. */
  state(): ParticipantState;
  /** Closes what it works with, reports the rest and ends, in order. Gives how long closing took. */
  close(): Promise<{ readonly tookMs: number }>;
}

/** What a participant is like. */
export interface ParticipantState {
  /** Calls of the handlers that `crowd` added. */
  readonly crowdCalls: number;
  /** The most calls of a misbehaving handler that ran at once. */
  readonly mostAtOnce: number;
  /** Events that came in and are none of the numbered ones. */
  readonly others: number;
  readonly rssBytes: number;
  /** Whether an object of this process has a property that nobody gave it. */
  readonly polluted: boolean;
}
