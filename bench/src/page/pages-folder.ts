import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { benchFolder } from '../installed-package.js';
import { suites } from '../suites.js';
import { type Pages, renderPages } from './render-pages.js';
import type { SuiteRecord, SuiteRecords } from './suite-record.js';

/** Where the page is. */
export const docsFolder: string = join(dirname(benchFolder), 'docs');

const proseFolder = join(benchFolder, 'prose');
const recordsOf = (docs: string): string => join(docs, 'benchmarks');

/** Keeps what a suite found. */
export function keepRecord(name: string, record: SuiteRecord, docs: string = docsFolder): void {
  mkdirSync(recordsOf(docs), { recursive: true });
  writeFileSync(join(recordsOf(docs), `${name}.json`), `${JSON.stringify(record, undefined, 2)}\n`);
}

/** Writes the page and its charts anew from all that is kept. */
export async function writePages(docs: string = docsFolder): Promise<void> {
  const pages = await renderPages(readRecords(docs), readProse());
  for (const file of Object.keys(readPages(docs))) if (pages[file] === undefined) rmSync(join(docs, file));
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(docs, file), text);
}

/** What is kept of every suite, in their order. */
export function readRecords(docs: string = docsFolder): SuiteRecords {
  const entries = Object.keys(suites).flatMap((name) => {
    const file = join(recordsOf(docs), `${name}.json`);
    return existsSync(file) ? [[name, JSON.parse(readFileSync(file, 'utf8')) as SuiteRecord] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What was written by hand about suites, by their names. */
export function readProse(): Readonly<Record<string, string>> {
  const files = readdirSync(proseFolder).filter((file) => file.endsWith('.md'));
  return Object.fromEntries(
    files.map((file) => [basename(file, '.md'), readFileSync(join(proseFolder, file), 'utf8').trim()]),
  );
}

/** The page and its charts as they are. */
export function readPages(docs: string = docsFolder): Pages {
  const charts = readdirSync(recordsOf(docs)).filter((file) => file.endsWith('.svg'));
  const files = ['benchmarks.md', ...charts.map((file) => `benchmarks/${file}`)].filter((file) =>
    existsSync(join(docs, file)),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(docs, file), 'utf8')]));
}
