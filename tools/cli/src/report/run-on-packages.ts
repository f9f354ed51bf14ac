import { resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import { type PackagePlace, packagePlace, shownFile } from '../config/package-place.js';
import { githubAnnotation } from './github-annotation.js';
import type { ListedItem } from './listed-item.js';
import type { ReportFormat } from './output-format.js';
import { problemText } from './problem-text.js';
import { problemsOf } from './problems-of.js';
import { type Progress, progressOn } from './progress.js';

/** 0 fine, 1 could not do it, 100 violations found. */
export type ExitCode = 0 | 1 | 100;

/** What a command has to say of one package. */
export interface PackageReport {
  readonly exitCode: ExitCode;
  /** For a person: on stderr if it could not be done, on stdout otherwise. */
  readonly lines: readonly string[];
  /** What may be a mistake, for a person. */
  readonly notes: readonly string[];
  /** What it lists, for annotations. */
  readonly items: readonly ListedItem[];
  /** For people elsewhere, where the command has that format. */
  readonly markdown?: readonly string[];
  /** All of it, for programs. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Which packages a command is about, and how it tells. */
export interface PackageArguments {
  /** Folders, as they were typed; none for the current one. */
  readonly folders: readonly string[];
  /** The configuration file, if it was named. */
  readonly config?: string | undefined;
  readonly format: ReportFormat;
}

/**
 * Does something with one package after another, with a progress line on long work, says what came of it in the format that was asked for, and goes on after
 * one that fails.
 *
 * @returns 1 if one could not be done, else 100 if one has violations, else 0.
 */
export async function runOnPackages(
  { folders, config, format }: PackageArguments,
  work: (place: PackagePlace, progress: Progress) => Promise<PackageReport>,
): Promise<ExitCode> {
  if (config !== undefined && folders.length > 0) {
    throw new CliError('--config names the package already: leave the folders out, or the option');
  }
  const packages: unknown[] = [];
  const problems: ListedItem[] = [];
  const codes: ExitCode[] = [];
  for (const folder of folders.length === 0 ? ['.'] : folders) {
    let place: PackagePlace | undefined;
    const progress = progressOn(process.stderr, process.env);
    try {
      place = packagePlace(resolve(folder), config);
      const report = await work(place, progress);
      progress.done();
      codes.push(report.exitCode);
      packages.push({ folder: place.shown === '' ? '.' : place.shown, ...report.facts });
      tell(report, format);
    } catch (error) {
      progress.done();
      codes.push(1);
      const found = failureOf(error, place);
      problems.push(...found);
      if (format === 'text' && folders.length > 1) console.error(`in ${folder}:`);
      tellProblems(found, format);
    }
  }
  const exitCode = codes.includes(1) ? 1 : codes.includes(100) ? 100 : 0;
  if (format === 'json') console.log(JSON.stringify({ exitCode, packages, problems }, undefined, 2));
  return exitCode;
}

/** Says what came of something that is no package. */
export function tellReport(report: PackageReport, format: ReportFormat): ExitCode {
  if (format === 'json') console.log(JSON.stringify({ exitCode: report.exitCode, ...report.facts }, undefined, 2));
  else tell(report, format);
  return report.exitCode;
}

function failureOf(error: unknown, place: PackagePlace | undefined): readonly ListedItem[] {
  const found = problemsOf(error, (file) => (place === undefined ? file : shownFile(place, file)));
  if (found === undefined) throw error;
  return found;
}

function tell({ exitCode, lines, notes, items, markdown = [] }: PackageReport, format: ReportFormat): void {
  if (format === 'github') {
    for (const item of items) console.log(githubAnnotation(item, process.env.GITHUB_WORKSPACE));
  }
  if (format === 'json') return;
  for (const line of format === 'markdown' ? markdown : []) console.log(line);
  for (const note of notes) console.error(note);
  if (format === 'markdown') return;
  for (const line of lines) (exitCode !== 1 && format === 'text' ? console.log : console.error)(line);
}

/** Says what stands in the way. */
export function tellProblems(problems: readonly ListedItem[], format: ReportFormat): void {
  for (const problem of problems) {
    if (format === 'github') console.log(githubAnnotation(problem, process.env.GITHUB_WORKSPACE));
    else if (format !== 'json') console.error(problemText(problem));
  }
}
