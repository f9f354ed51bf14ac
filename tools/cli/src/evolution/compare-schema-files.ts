import type { RuleSet } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import type { ReportFormat } from '../report/output-format.js';
import type { ExitCode } from '../report/run-on-packages.js';

export function compareSchemaFiles(file: string, _: string, __: { rules: RuleSet; format: ReportFormat }): ExitCode {
  throw new CliError(file);
}
