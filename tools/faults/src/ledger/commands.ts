import type { SideFigures, Strike } from './figures.js';
import type { Side } from './report.js';

/** What the ledger can be asked. */
export interface LedgerCommands {
  /** Starts it; gives the port on which participants report. */
  open(options: LedgerOptions): Promise<number>;
  /** A participant's process stood still from then on, for good or for some time. */
  died(about: { readonly side: Side; readonly pid: number; readonly at: number }): void;
  /** How far one side is. */
  progress(about: { readonly side: Side; readonly streams: number; readonly since: number }): Progress;
  /** How many events that were accepted, and published before then, or at any time, the group has not handled. */
  overdue(about: { readonly side: Side; readonly before?: number | undefined }): number;
  /** How many events a worker has begun and not finished. */
  atHand(about: { readonly side: Side; readonly pid: number }): number;
  figures(about: { readonly side: Side; readonly strikes: readonly Strike[] }): SideFigures;
}

/** What is to be written down. */
export interface LedgerOptions {
  readonly keepsTimes: boolean;
  /** Whether the channels are durable ones. */
  readonly durable: boolean;
}

/** How far one side is. */
export interface Progress {
  readonly sent: number;
  readonly accepted: number;
  readonly unsettled: number;
  /** Streams, over all receivers, on which nothing has come that was published since then. */
  readonly silentStreams: number;
  /** Streams, over all receivers, that lack something that will still come. */
  readonly unfinishedStreams: number;
  /** How often a connection was lost, as far as participants were told. */
  readonly disconnects: number;
  /** The codes of problems that publishers were told since then. */
  readonly problems: readonly string[];
}
