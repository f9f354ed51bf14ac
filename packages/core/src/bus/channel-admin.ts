/** A consumer group of a channel. */
export interface GroupInfo {
  /** Its name. */
  readonly name: string;
  /** Events that are not settled: `waiting`, `pending` and `parked` together. */
  readonly lag: number;
  /** Events that no member has taken yet. */
  readonly waiting: number;
  /** Events that a member has taken and not settled. Counted by whole entries of the log. */
  readonly pending: number;
  /** Events set aside for members that can read their version. */
  readonly parked: number;
  /** Members that are alive. */
  readonly members: number;
}

/** An event that a group gave up. */
export interface DeadLetter {
  /** Names it in `redrive` and `discard`. */
  readonly id: string;
  /** The group that gave it up. */
  readonly group: string;
  /** When. */
  readonly at: Date;
  /** Why, in a sentence: what the handler threw, what was wrong with it, or what the handler said. */
  readonly reason: string;
  /** Why: an error code such as `handler_failed`, a reason such as `schema`, or `dead_letter` if the handler said so. */
  readonly code: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** The event's id, where it has one. */
  readonly eventId: string | undefined;
  /** The event as it was stored: CloudEvents JSON, unless that is what was wrong with it. */
  readonly event: string;
}

/** Which dead letters to list. */
export interface DeadLetterFilter {
  /** Only those of this group. */
  readonly group?: string;
  /** Only those behind this one: the last of the page before. */
  readonly after?: string;
  /** The most to return. Default 100. */
  readonly limit?: number;
}

/**
 * Looks after the consumer groups and dead letters of one durable channel. Every method rejects with `closed`, `timed_out`, and
 * what the transport refuses.
 *
 * @example
 * ```ts
 * const admin = bus.admin(orderPlaced);
 * for (const { name, lag } of await admin.groups()) console.error(name, lag);
 * const dead = await admin.deadLetters({ group: 'billing' });
 * await admin.redrive(dead.map(({ id }) => id));
 * ```
 */
export interface ChannelAdmin {
  /** Every group, with how far it is behind. */
  groups(): Promise<readonly GroupInfo[]>;
  /**
   * Has a group begin elsewhere. What was pending or parked is forgotten.
   *
   * @param from The oldest event that is kept, what is published from now on, a time, or an event's cursor: exact unless that is
   *   in the middle of what was published at once, of which the group then gets all.
   * @throws TidingsError by rejection: `in_use` while it has live members, `not_found`.
   */
  resetGroup(group: string, from: 'start' | 'new' | Date | (string & {})): Promise<void>;
  /** Removes a group, with what is parked for it. Tells whether there was one. @throws TidingsError by rejection: `in_use` */
  deleteGroup(group: string): Promise<boolean>;
  /** Dead letters, oldest first. */
  deadLetters(filter?: DeadLetterFilter): Promise<readonly DeadLetter[]>;
  /** Has dead letters handled anew by the groups that gave them up, from the first attempt. Tells how many there were. */
  redrive(ids: readonly string[]): Promise<number>;
  /** Removes dead letters. Tells how many there were. */
  discard(ids: readonly string[]): Promise<number>;
}
