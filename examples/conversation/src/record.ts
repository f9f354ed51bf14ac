/** The workers. */
export type WorkerName = 'A' | 'B';

/** An event that a bus has accepted. */
export interface Published {
  readonly id: string;
  readonly channel: string;
  readonly conversationId: string;
  /** Its place among the events of its conversation, from 0. */
  readonly position: number;
}

/** A line of a transcript: a worker has handled an event. */
export interface Line {
  /** The event's. */
  readonly id: string;
  readonly channel: string;
  readonly worker: WorkerName;
  /** Which attempt at the event it was. */
  readonly attempt: number;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** What happened, for people. */
  readonly text: string;
}

/** That a worker was killed, or closed. */
export interface Loss {
  readonly worker: WorkerName;
  /** When that was begun, in milliseconds since 1970. */
  readonly at: number;
  /** When it was gone: it wrote nothing afterwards. */
  readonly goneAt: number;
}

/** What the workers of a run have written. */
export interface Transcripts {
  /** By conversation: lines in the order in which they were written, whoever wrote them. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  /** The ids of the events that each worker has begun to handle. */
  readonly begun: Readonly<Record<WorkerName, ReadonlySet<string>>>;
}
