import type { Frame } from './broadcast-transport.js';

/** What a log has to know of a channel. */
export interface LogChannel {
  /** The channel's name. */
  readonly name: string;
  /** Whether its events have an ordering key. They are then spread over all partitions; otherwise there is one, number 0. */
  readonly keyed: boolean;
  /** Events older than this may be removed, in milliseconds; `Infinity` keeps them. */
  readonly maxAgeMs: number;
  /** Of each partition, events beyond this count may be removed, oldest first; `Infinity` keeps them. */
  readonly maxCount: number;
}

/** Events that become one entry of a log. */
export interface LogBatch {
  /** Each a CloudEvent's JSON, in order. At most {@link mostEventsInEntry}. */
  readonly events: readonly string[];
  /**
   * Where an id was chosen by the caller: the key under which that event is stored once within the log's window. Undefined for
   * those that have none, and left out where no event has one.
   */
  readonly onceKeys?: readonly (string | undefined)[] | undefined;
}

/** An entry as it is handed out: one event or a batch of them. */
export interface LogEntry {
  /** The partition that it is in. */
  readonly partition: number;
  /** Its place in the partition, as text: see `LogId`. For a parked event, its place among those parked. */
  readonly id: string;
  /** The JSON of one CloudEvent, or of a batch. */
  readonly payload: Frame;
  /** How often it has been handed out to members of the group, this time included. For readers by cursor always 1. */
  readonly deliveries: number;
  /** What a member last noted of it. */
  readonly notes: string | undefined;
  /** Whether it comes from those set aside for the group. */
  readonly parked: boolean;
  /** How many events between the one handed out before and this one were removed before the group, or reader, got them. */
  readonly missedBefore: number;
}

/** An event that a group gives up. */
export interface DeadEvent {
  /** Its own JSON; bytes if it is none. */
  readonly event: Frame;
  /** Its id, where it has one. */
  readonly eventId: string | undefined;
  /** Why, in a sentence without a trace of the payload. */
  readonly reason: string;
  /** Why, as a code. */
  readonly code: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** An event that a group sets aside, for members that can read it. */
export interface ParkedEvent {
  /** Its own JSON. */
  readonly event: string;
  /** The lowest version whose readers may read it; 0 for whoever comes. */
  readonly minReader: number;
}

/** What becomes of an entry, or of some of its events. Carried out as a whole or not at all, and once however often it is asked. */
export interface Settlement {
  /** Whether nothing of the entry is left to do: it is acknowledged, and its notes are forgotten. */
  readonly done: boolean;
  /** To be noted otherwise. Different from what is noted already. */
  readonly notes: string;
  readonly dead: readonly DeadEvent[];
  readonly parked: readonly ParkedEvent[];
}

/** What a log tells a member or a reader. May be called at any time until it has left; never throws. */
export interface LogSink {
  /** `take` may have something. Called at least once after joining. */
  available(): void;
  /**
   * What was handed out, of a partition or of all, may be handed out to others now: what has not begun must not begin, what
   * runs is to be aborted. A membership goes on by itself.
   */
  lost(partition: number | undefined): void;
  /**
   * A partition is wanted by another member: nothing of it should begin, and when what runs is over, `yield` gives it away.
   * Members of keyed channels only.
   */
  revoked(partition: number): void;
  /** The log itself was lost, as by FLUSHALL: what it held and was not handed out is gone, nobody knows how much. It goes on with what comes. */
  reset(partition: number): void;
  /** Something went wrong that no call is waiting for. */
  failed(error: unknown): void;
}

/** One consumer in a group. It holds what it has taken until it is settled, released, or lost. */
export interface LogMember {
  /**
   * Hands out what there is now: as many entries as make up so many events, or one. Empty if there is nothing; then `available`
   * says when to ask again. Never overlaps with itself. Waits while the log is away; resolves with nothing once the member has left.
   *
   * Of each partition: first what was set aside and this member can read, then what former members left, oldest first, then what is new.
   * Of a partition that is yielded or lost while a take is under way, that take brings nothing that was handed out afterwards.
   */
  take(maxEvents: number): Promise<readonly LogEntry[]>;
  /**
   * Whether what it has taken is its own at this moment, by the clock if nothing else is heard. Asked before anything of the entry
   * begins, as a process that stood still for too long would otherwise begin it beside somebody else. If not, `lost` is or was told.
   */
  holds(entry: LogEntry): boolean;
  /**
   * Acknowledges entries: they are not handed out again. Carried out in the background, over whatever happens to the connection,
   * as long as they are this member's. Only for entries without notes that were handed out for the first time; others are settled.
   */
  done(entries: readonly LogEntry[]): void;
  /**
   * Settles an entry. Resolves with false if it is no longer this member's: then nothing was done. Waits while the log is
   * away. Rejects if the log refuses, as for want of memory: it may be tried again.
   */
  settle(entry: LogEntry, settlement: Settlement): Promise<boolean>;
  /** Gives entries back, for others or for itself: as if they had not been handed out this time. In the background. */
  release(entries: readonly LogEntry[]): void;
  /** Gives a revoked partition away, with what of it has been taken and is not settled. */
  yield(partition: number): void;
  /** Carries out what `done`, `settle` and `release` were asked, gives the rest back and leaves. Within `timeoutMs`; never rejects. */
  leave(timeoutMs: number): Promise<void>;
}

/** How a group is joined. */
export interface JoinOptions {
  /** The group's name. */
  readonly group: string;
  /** Where a group that is new begins. */
  readonly startAt: 'start' | 'new';
  /** The version up to which this member can read. */
  readonly version: number;
}

/** A place in a partition. */
export interface LogPlace {
  /** An entry's id. */
  readonly id: string;
  /** Whether that entry is read (again), or only what follows. */
  readonly inclusive: boolean;
}

/** Where to read from: by a place for each partition, and by time for those that have none. */
export interface LogPlaces {
  /** Entries from this time on, in milliseconds since 1970, in partitions without a place. */
  readonly sinceMs: number;
  readonly partitions: ReadonlyMap<number, LogPlace>;
}

/** Where a reader begins: with the oldest that is kept, with what is appended from now on, or at places. */
export type LogStart = 'start' | 'new' | LogPlaces;

/** Reads for itself, without a group. */
export interface LogReader {
  /** Where it began, for each partition: after this entry, `0-0` being before all. */
  readonly begins: ReadonlyMap<number, string>;
  /** As a member's; each partition in its order, none of them starving another. */
  take(maxEvents: number): Promise<readonly LogEntry[]>;
  /** Ends it. Never rejects. */
  close(): Promise<void>;
}

/** What is known of a group, over all partitions. */
export interface LogGroup {
  readonly name: string;
  /** Events that no member has been handed yet. */
  readonly waiting: number;
  /** Events that were handed out and are not settled; whole entries count. */
  readonly pending: number;
  /** Events that are set aside for members that can read them. */
  readonly parked: number;
  /** Members that are alive. */
  readonly members: number;
}

/** An event that a group gave up, as it is kept. */
export interface DeadLetterEntry extends DeadEvent {
  /** Where it is kept. */
  readonly id: string;
  readonly group: string;
  /** When it was given up, in milliseconds since 1970. */
  readonly at: number;
}

/** Which dead letters. */
export interface DeadLetterQuery {
  /** Only those of this group. */
  readonly group?: string | undefined;
  /** Only those behind this id. */
  readonly after?: string | undefined;
  /** At most so many. */
  readonly limit: number;
}

/** What there is to do about groups and dead letters. All reject while the log is away for too long, or if it refuses. */
export interface LogAdmin {
  groups(channel: LogChannel): Promise<readonly LogGroup[]>;
  /** Has a group without live members go on from elsewhere; what was pending or parked is forgotten. Rejects with `in_use`, `not_found`. */
  resetGroup(channel: LogChannel, group: string, start: LogStart): Promise<void>;
  /** Removes a group without live members, its parked events included. False if there is none. Rejects with `in_use`. */
  deleteGroup(channel: LogChannel, group: string): Promise<boolean>;
  /** Oldest first. */
  deadLetters(channel: LogChannel, query: DeadLetterQuery): Promise<readonly DeadLetterEntry[]>;
  /** Sets dead letters aside for the group that gave them up, to be tried anew. How many there were. */
  redrive(channel: LogChannel, ids: readonly string[]): Promise<number>;
  /** Removes dead letters. How many there were. */
  discard(channel: LogChannel, ids: readonly string[]): Promise<number>;
}

/**
 * Keeps events for a bus, in partitions, until their retention is over. It owns positions, leases, redelivery of what the dead
 * left behind, trimming and idempotent append; it knows no schema, handler or middleware. It is opened and closed with the
 * transport that it belongs to, and every method may be called while that is away.
 *
 * A keyed channel's partition is leased to one member of a group at a time. What another channel's members of the same group
 * do does not matter: a group belongs to a channel.
 */
export interface LogTransport extends LogAdmin {
  /** How many partitions a keyed channel has. */
  readonly partitions: number;
  /** Whether something can be appended to this partition now. If not, the sink's `writable` says when that may have changed. */
  isWritable(channel: LogChannel, partition: number): boolean;
  /**
   * Appends batches in their order, each as an entry, all of them or none; undefined if they are stored at once. The bus asks for
   * one thing of a partition at a time. What is asked again after a lost answer is stored once: the log does so by itself, until
   * it is answered.
   *
   * Rejects with a TidingsError: `outcome_unknown` if they may have been stored, any other code if they certainly were not;
   * `invalid_option` where the channel was first used with another number of partitions, naming both.
   */
  append(channel: LogChannel, partition: number, batches: readonly LogBatch[]): Promise<void> | undefined;
  /** Joins a group, which is made if it is new. Resolves once it is a member. */
  join(channel: LogChannel, options: JoinOptions, sink: LogSink): Promise<LogMember>;
  /** Reads without a group. */
  read(channel: LogChannel, start: LogStart, sink: LogSink): Promise<LogReader>;
}
