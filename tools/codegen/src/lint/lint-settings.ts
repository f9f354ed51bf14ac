import type { Severity } from './lint-finding.js';

/** How a contract wants to be linted. */
export interface LintSettings {
  /** What a rule weighs in this contract, by its id. Default: as the rule says. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Findings that are meant to be so. */
  readonly exceptions?: readonly LintException[];
}

/** A finding, or several alike, that is meant to be so. At least one of the places is named. */
export interface LintException {
  /** The rule's id. */
  readonly rule: string;
  /** The channel, or several by a pattern such as `github.*`. */
  readonly channel?: string;
  /** The shape, for what is in a schema that channels share. */
  readonly shape?: string;
  /** The definition file, relative to the package. */
  readonly file?: string;
  /** The place in the payload, such as `payload.items`; covers what is inside. */
  readonly path?: string;
  /** Why, for whoever reads it next year. */
  readonly reason: string;
}
