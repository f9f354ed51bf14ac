import type { SuiteReport } from '../suite.js';

/** What a suite found, with when and where: what is kept of it as JSON. */
export interface SuiteRecord extends SuiteReport {
  /** What the suite measures, in a line. */
  readonly about: string;
  readonly machine: string;
  /** The day, as in `2026-11-29`. */
  readonly date: string;
  readonly rounds: number;
}

/** Records by the names of their suites. */
export type SuiteRecords = Readonly<Record<string, SuiteRecord>>;
