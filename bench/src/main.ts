import { Command, InvalidArgumentError } from 'commander';
import { machine } from './machine.js';
import { reportText } from './report-text.js';
import type { SuiteReport } from './suite.js';
import { suites } from './suites.js';

interface Options {
  readonly suite: readonly string[];
  readonly rounds: number;
  readonly sizes?: readonly number[];
  readonly only?: readonly string[];
  readonly json?: true;
}

const command = new Command('bench')
  .description('Measures Tidings, beside other libraries where there are some.')
  .option('--suite <names...>', `what to measure: ${Object.keys(suites).join(', ')}`, Object.keys(suites))
  .option('--rounds <count>', 'how often', positive, 5)
  .option('--sizes <channels>', 'sizes to measure instead of the suite’s own, such as 100,1000', list)
  .option('--only <contenders...>', 'measure only these, in suites that have contenders')
  .option('--json', 'print the figures as JSON')
  .action(run);

await command.parseAsync();

async function run({ suite, rounds, sizes, only, json }: Options): Promise<void> {
  const unknown = suite.find((name) => suites[name] === undefined);
  if (unknown !== undefined) {
    command.error(`there is no suite '${unknown}'; there are ${Object.keys(suites).join(', ')}`);
  }
  // Before our own work is part of its load.
  const measuredOn = machine();
  const reports: Record<string, SuiteReport> = {};
  for (const name of suite) {
    const loaded = await suites[name]?.();
    if (loaded === undefined) continue;
    const progress = (text: string): void => console.error(`${name}: ${text}`);
    const report = await loaded.run({ rounds, sizes, only, progress });
    reports[name] = report;
    if (json === undefined) console.log(`${reportText(name, report, measuredOn)}\n`);
  }
  if (json) console.log(JSON.stringify({ machine: measuredOn, rounds, reports }, undefined, 2));
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('it must be an integer from 1');
  return value;
}

function list(text: string): readonly number[] {
  return text.split(',').map(positive);
}
