import type { FaultOptions } from './command-line.js';
import { comparePeers } from './peers/compare-peers.js';
import { circumstances } from './report/circumstances.js';
import { type ColumnName, columnNames, columns } from './report/columns.js';
import { putIntoPage } from './report/markdown-section.js';
import { asPage, asTerminalText } from './report/page.js';
import type { Row } from './rows/row.js';
import { type RunResult, runRows } from './run-rows.js';
import { soak } from './soak/soak.js';
import { redisVersion } from './stage/redis-version.js';

const usualRounds = 3;

/** Does what was asked for. Gives the exit code. */
export async function runFaults(options: FaultOptions, args: readonly string[]): Promise<number> {
  const wanted = options.column === undefined ? columnNames : [options.column];
  if (options.list) {
    for (const name of wanted) {
      print(`${name}:`);
      for (const row of columns[name].rows) print(`  ${row.name.padEnd(20)} ${row.title}: ${row.inject}`);
    }
    return 0;
  }
  const { rounds, long, short, only, json, markdown } = options;
  const command = ['npm run faults', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const where = circumstances(command, await redisVersion());
  if (options.peers) return comparePeers({ rounds: rounds ?? usualRounds, where, json, markdown, say, print });
  if (options.soak !== undefined) {
    return soak({ minutes: options.soak, perSecond: options.rate ?? 5_000, where, json, markdown, say, print });
  }
  const all = chosen(only, wanted);
  const results: Partial<Record<ColumnName, RunResult>> = {};
  for (const name of wanted) {
    if (all[name].length === 0) continue;
    const result = await runRows({
      rows: all[name],
      form: short ? 'short' : 'full',
      rounds: (row) => (long ? row.longRounds : undefined) ?? rounds ?? (long ? 5 : usualRounds),
      say: (line) => say(`${name} ${line}`),
    });
    results[name] = result;
    if (!json) print(asTerminalText(result, columns[name], where));
    if (markdown !== undefined) {
      putIntoPage(markdown, `npm run faults -- --column ${name}`, asPage(result, columns[name], where));
    }
  }
  if (json) print(JSON.stringify({ where, ...results }, undefined, 2));
  const runs = Object.values(results);
  if (runs.some((run) => run.results.some(({ held }) => !held))) return 100;
  return runs.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

function chosen(
  names: readonly string[] | undefined,
  wanted: readonly ColumnName[],
): Readonly<Record<ColumnName, readonly Row[]>> {
  const known = new Set(wanted.flatMap((column) => columns[column].rows.map(({ name }) => name)));
  const unknown = (names ?? []).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(`there is no row ${unknown.join(', ')}; there are ${[...known].join(', ')}`);
  }
  const of = (column: ColumnName): readonly Row[] =>
    columns[column].rows.filter(({ name }) => names === undefined || names.includes(name));
  return { broadcast: of('broadcast'), durable: of('durable') };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
