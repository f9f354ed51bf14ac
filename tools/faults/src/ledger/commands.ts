import type { SideFigures, Strike } from './figures.js';
import type { Side } from './report.js';

/** What the ledger can be asked. */
export interface LedgerCommands {
  /** Starts it; gives the port on which participants report. */
  open(options: { readonly keepsTimes: boolean }): Promise<number>;
  /** How far one side is. */
  progress(about: { readonly side: Side; readonly streams: number; readonly since: number }): Progress;
  figures(about: { readonly side: Side; readonly strikes: readonly Strike[] }): SideFigures;
}

/** How far one side is. */
export interface Progress {
  readonly sent: number;
  readonly accepted: number;
  readonly unsettled: number;
  /** Streams, over all subscribers, on which nothing has come that was published since then. */
  readonly silentStreams: number;
  /** Streams, over all subscribers, that lack their last event. */
  readonly unfinishedStreams: number;
  /** How often a connection was lost, as far as participants were told. */
  readonly disconnects: number;
  /** The codes of problems that publishers were told since then. */
  readonly problems: readonly string[];
}
