import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ContractModel, readJsonSchema } from '@tidings/codegen';
import { type Finding, judgeEvolution, type RuleSet } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import type { ReportFormat } from '../report/output-format.js';
import { type ExitCode, tellReport } from '../report/run-on-packages.js';
import { withProblems } from '../with-problems.js';
import { breakingReport } from './breaking-report.js';

/** How two files are compared. */
export interface SchemaFileSettings {
  readonly rules: RuleSet;
  readonly format: ReportFormat;
}

/**
 * Compares two JSON Schemas in the way that two states of a contract are.
 *
 * @throws CliError if one of them can't be read.
 */
export function compareSchemaFiles(file: string, against: string, { rules, format }: SchemaFileSettings): ExitCode {
  const name = basename(file).replace(/(?:\.schema)?\.json$/, '');
  const [before, after] = [contractOf(against, name), contractOf(file, name)];
  const findings = judgeEvolution([{ version: against, model: before }], after, { rules }).map(asFile);
  const compared = { contract: name, shownPlaces: new Map([[name, file]]), said: against, last: against, isFile: true };
  return tellReport(breakingReport({ ...compared, releases: 1, rules, findings }), format);
}

/** A file has no versions of which one was released: what breaks, breaks. */
function asFile(finding: Finding): Finding {
  return finding.standing === 'forbidden' ? { ...finding, standing: 'breaking' } : finding;
}

/** A contract of one channel with this payload. */
function contractOf(path: string, name: string): ContractModel {
  const { schema, shapes } = withProblems(() => readJsonSchema(parsed(path), { file: path, name }));
  const source = { file: path, exportName: name };
  return {
    model: 1,
    contract: name,
    channels: [
      { name, identifier: name, source, delivery: 'broadcast', versions: [{ version: 1, minReader: 1, schema }] },
    ],
    shapes,
  };
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'ENOENT' ? `there is no file ${path}` : `${path} can't be read: ${String(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
