import type { Sample } from './sample.js';

/** What a suite is run with. */
export interface SuiteRun {
  /** How often everything is measured. */
  readonly rounds: number;
  /** The sizes to measure, smallest first; a suite has its own if there are none. */
  readonly sizes: readonly number[] | undefined;
  /** The contenders to measure, by name; all if there are none. A suite may have no such choice. */
  readonly only?: readonly string[] | undefined;
  /** Says what is going on; to a person, not to the report. */
  readonly progress: (text: string) => void;
}

/** What a ratio has to come to. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** One figure that says what the measurements come to. */
export interface Ratio {
  readonly label: string;
  readonly value: number;
  /** What it has to come to; it is for information if there is none. */
  readonly target?: Target;
  /** The medians of what it is made of. */
  readonly figures?: { readonly over: number; readonly under: number; readonly unit: string };
}

/** A cell of a table: a measurement, a number, or words. */
export type Cell = Sample | number | string;

/** What the page of results shows of a table as a picture. */
export interface Chart {
  /** The columns that are shown; several are told apart by colour. Their cells are samples or numbers. */
  readonly column: string | readonly string[];
  /** Rows as bars (the default), or as points of a line, from left to right. */
  readonly kind?: 'bar' | 'line';
  /** On a logarithmic scale: dots instead of bars, since it has no zero for a bar to begin at. */
  readonly log?: boolean;
}

/** Measurements side by side. */
export interface Table {
  readonly title: string;
  /** What its samples are in: `ms`, `MB`. */
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [label: string, ...cells: readonly Cell[]])[];
  /** By default bars of the first column that has samples in several rows; `false` for none. */
  readonly chart?: Chart | false;
}

/** What a suite found. */
export interface SuiteReport {
  readonly ratios: readonly Ratio[];
  readonly tables: readonly Table[];
  /** What was measured, and with what: package to version. */
  readonly versions: Readonly<Record<string, string>>;
  /** What a reader must know to judge the figures. */
  readonly notes: readonly string[];
}

/** Something that can be measured. One to a file, listed in `suites.ts`. */
export interface Suite {
  /** What it measures, in a line. */
  readonly about: string;
  readonly run: (run: SuiteRun) => Promise<SuiteReport>;
}
