/** How much a finding weighs. An `error` makes `tidings lint` fail. */
export type Severity = 'warn' | 'error';

/** Something in a contract that will hurt one day, with everything needed to find it. */
export interface LintFinding {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what to write instead, in a sentence. */
  readonly message: string;
  /** The definition file, relative to the package with `/` between folders. */
  readonly file?: string;
  /** Counted from 1, where it is known. */
  readonly line?: number;
  /** The channel's name. For something in a shape: the first channel that leads there. */
  readonly channel?: string;
  /** The shape that it is in, if channels share it. */
  readonly shape?: string;
  /** Where in the payload, such as `payload.items[].price`. */
  readonly path?: string;
}

/** A finding before its rule has been weighed. */
export type LintPlace = Pick<LintFinding, 'file' | 'line' | 'channel' | 'shape' | 'path'>;
