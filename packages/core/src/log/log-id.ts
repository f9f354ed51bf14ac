/** The most events that one entry of a log holds. */
export const mostEventsInEntry = 999;

/** What the id of an entry says. Ids are those of Redis Streams: `<milliseconds>-<number>`, ever growing. */
export interface LogId {
  /** When it was appended, by the log's clock, in milliseconds since 1970. */
  readonly ms: number;
  /** The number of its last event: a partition counts its events from 1, without a hole. */
  readonly lastOffset: number;
  /** How many events it holds; 0 if somebody else chose the id. */
  readonly count: number;
}

/** Before every entry. */
export const beforeAll = '0-0';

/**
 * The id of an entry: its second number is 1,000 times the number of the last event, plus how many events there are. So an id
 * alone tells which events it stands for, also once the entry is gone.
 */
export function writeLogId({ ms, lastOffset, count }: LogId): string {
  return `${ms}-${lastOffset * 1_000 + count}`;
}

/** Reads an id. */
export function readLogId(id: string): LogId {
  const dash = id.indexOf('-');
  const number = Number(id.slice(dash + 1));
  return { ms: Number(id.slice(0, dash)), lastOffset: Math.floor(number / 1_000), count: number % 1_000 };
}
