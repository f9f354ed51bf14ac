import type { SideFigures, Strike } from './figures.js';
import type { Report, Reporter, Role } from './report.js';

/** What is written down of one side. */
export interface Book {
  /** Somebody is there. */
  enter(reporter: Reporter): void;
  /** Keeps what somebody reports. */
  take(reporter: Reporter, report: Report): void;
  /** A participant's process stood still from then on, for good or for some time. */
  died?(pid: number, at: number): void;
  /** How many events a worker has begun and not finished. Of durable channels only. */
  atHand?(pid: number): number;
  readonly sent: number;
  readonly accepted: number;
  readonly unsettled: number;
  readonly disconnects: number;
  /** On how many of so many streams each, added up over receivers, nothing has come that was published since then. */
  silentStreams(streams: number, since: number): number;
  /** How many streams lack something that they will still get, added up over receivers. */
  unfinishedStreams(): number;
  /** How many events that were accepted, and published before then, are not handled. Of durable channels only. */
  overdue?(before: number): number;
  /** The codes of problems that were told since then to those of one role. */
  problemsOf(role: Role, since: number): readonly string[];
  figures(strikes: readonly Strike[]): SideFigures;
}
