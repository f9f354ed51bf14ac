import type { FaultOptions } from './command-line.js';
import { comparePeers } from './peers/compare-peers.js';
import { circumstances } from './report/circumstances.js';
import { putIntoPage } from './report/markdown-section.js';
import { asPage, asTerminalText } from './report/page.js';
import { allRows } from './rows/all-rows.js';
import type { Row } from './rows/row.js';
import { runRows } from './run-rows.js';
import { soak } from './soak/soak.js';
import { redisVersion } from './stage/redis-version.js';

const usualRounds = 3;

/** Does what was asked for. Gives the exit code. */
export async function runFaults(options: FaultOptions, args: readonly string[]): Promise<number> {
  if (options.list) {
    print(allRows.map(({ name, title, inject }) => `${name.padEnd(16)} ${title}: ${inject}`).join('\n'));
    return 0;
  }
  const { rounds, long, short, only, json, markdown } = options;
  const command = ['npm run faults', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const where = circumstances(command, await redisVersion());
  if (options.peers) return comparePeers({ rounds: rounds ?? usualRounds, where, json, markdown, say, print });
  if (options.soak !== undefined) {
    return soak({ minutes: options.soak, perSecond: options.rate ?? 5_000, where, json, markdown, say, print });
  }
  const rows = chosen(only);
  const result = await runRows({
    rows,
    form: short ? 'short' : 'full',
    rounds: (row) => rounds ?? (long ? (row.longRounds ?? 5) : usualRounds),
    say,
  });
  print(json ? JSON.stringify({ where, ...result }, undefined, 2) : asTerminalText(result, where));
  if (markdown !== undefined) putIntoPage(markdown, 'npm run faults', asPage(result, where));
  if (result.results.some(({ held }) => !held)) return 100;
  return result.failures.length > 0 ? 1 : 0;
}

function chosen(names: readonly string[] | undefined): readonly Row[] {
  if (names === undefined) return allRows;
  const unknown = names.filter((name) => !allRows.some((row) => row.name === name));
  if (unknown.length === 0) return allRows.filter(({ name }) => names.includes(name));
  throw new Error(`there is no row ${unknown.join(', ')}; there are ${allRows.map(({ name }) => name).join(', ')}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
