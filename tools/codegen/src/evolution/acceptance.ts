import { CodegenError, type Problem } from '../codegen-error.js';
import { compareText } from '../model/canonical-json.js';
import { parsedJson } from '../model/parsed-json.js';
import { count, fields, filledText, isRecord, list, oneOf, optional, type Report, shown, text } from '../model/rule.js';

/** The name of the record of what was accepted, in the folder of a contract package. */
export const acceptanceFile = 'contract.accepted.json';

/** A change that somebody looked at and let pass, with the reason. */
export interface Acceptance {
  /** Which change: see `Change.fingerprint`. */
  readonly fingerprint: string;
  /** What it was, for whoever reads the record. */
  readonly kind: string;
  readonly channel: string;
  readonly version?: number;
  readonly path?: string;
  /** Why it may pass. */
  readonly reason: string;
}

const entry = fields({
  fingerprint: filledText,
  kind: text,
  channel: text,
  version: optional(count),
  path: optional(text),
  reason: filledText,
});

/**
 * Reads the record of what was accepted.
 *
 * @param source What it was read from, to be named in errors.
 * @throws CodegenError `unreadable_acceptances`, with everything that is wrong.
 */
export function readAcceptances(json: string, source: string = acceptanceFile): readonly Acceptance[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => {
    problems.push({ file: source, ...(path !== '' && { path }), message });
  };
  const parsed = parsedJson(json, report, {
    broken: 'mend it, or take it from git',
    conflict: 'keep the entries of both sides',
  });
  if (problems.length === 0) {
    if (isRecord(parsed)) fields({ accepted: list(entry), format: oneOf(1) })(parsed, 'record', report);
    else report('', `is no record of accepted changes: expected an object, found ${shown(parsed)}`);
  }
  if (problems.length > 0) throw new CodegenError('unreadable_acceptances', problems);
  return (parsed as { readonly accepted: readonly Acceptance[] }).accepted;
}

/** The record as it is written: an entry to a line, in an order that does not depend on who was first. */
export function acceptancesText(accepted: readonly Acceptance[]): string {
  const sorted = [...accepted].sort(
    (a, b) => compareText(a.channel, b.channel) || compareText(a.fingerprint, b.fingerprint),
  );
  const lines = sorted.map(
    ({ fingerprint, kind, channel, version, path, reason }) =>
      `\n    ${JSON.stringify({ fingerprint, kind, channel, version, path, reason })}`,
  );
  return `{\n  "format": 1,\n  "accepted": [${lines.join(',')}${lines.length === 0 ? '' : '\n  '}]\n}\n`;
}
