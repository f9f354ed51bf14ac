import { Command, InvalidArgumentError } from 'commander';
import { machine } from './machine.js';
import { keepRecord, writePages } from './page/pages-folder.js';
import type { SuiteRecord } from './page/suite-record.js';
import { reportText } from './report-text.js';
import { suites } from './suites.js';

interface Options {
  readonly suite: readonly string[];
  readonly rounds: number;
  readonly sizes?: readonly number[];
  readonly only?: readonly string[];
  readonly json?: true;
  readonly write?: true;
  readonly page?: true;
}

const command = new Command('bench')
  .description('Measures Tidings, beside other libraries where there are some.')
  .option('--suite <names...>', `what to measure: ${Object.keys(suites).join(', ')}`, Object.keys(suites))
  .option('--rounds <count>', 'how often', positive, 5)
  .option('--sizes <channels>', 'sizes to measure instead of the suite’s own, such as 100,1000', list)
  .option('--only <contenders...>', 'measure only these, in suites that have contenders')
  .option('--json', 'print the figures as JSON')
  .option('--write', 'keep the figures in docs/benchmarks, and write docs/benchmarks.md anew')
  .option('--page', 'measure nothing; write docs/benchmarks.md anew of what is kept')
  .action(run);

await command.parseAsync();

async function run({ suite, rounds, sizes, only, json, write, page }: Options): Promise<void> {
  const unknown = suite.find((name) => suites[name] === undefined);
  if (unknown !== undefined) {
    command.error(`there is no suite '${unknown}'; there are ${Object.keys(suites).join(', ')}`);
  }
  if (page) return writePages();
  // Before our own work is part of its load.
  const measuredOn = machine();
  const date = new Date().toISOString().slice(0, 10);
  const records: Record<string, SuiteRecord> = {};
  for (const name of suite) {
    const loaded = await suites[name]?.();
    if (loaded === undefined) continue;
    const progress = (text: string): void => console.error(`${name}: ${text}`);
    const report = await loaded.run({ rounds, sizes, only, progress });
    const record = { about: loaded.about, machine: measuredOn, date, rounds, ...report };
    records[name] = record;
    if (write) {
      keepRecord(name, record);
      await writePages();
    }
    if (json === undefined) console.log(`${reportText(name, report, measuredOn)}\n`);
  }
  if (json) console.log(JSON.stringify(records, undefined, 2));
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('it must be an integer from 1');
  return value;
}

function list(text: string): readonly number[] {
  return text.split(',').map(positive);
}
