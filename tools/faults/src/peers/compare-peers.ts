import { type Circumstances, circumstancesText } from '../report/circumstances.js';
import { putIntoPage } from '../report/markdown-section.js';
import { asMarkdown, asText } from '../report/render.js';
import type { Table } from '../report/tables.js';
import type { PeerRun } from './commands.js';
import { type PeerResult, peerBreaches, peerEvents, runPeers } from './run-peers.js';

/** How the comparison is run and told. */
export interface PeerOptions {
  readonly rounds: number;
  readonly where: Circumstances;
  readonly json?: boolean | undefined;
  readonly markdown?: string | undefined;
  say(line: string): void;
  print(text: string): void;
}

/** Compares the libraries. Gives the exit code. */
export async function comparePeers({ rounds, where, json, markdown, say, print }: PeerOptions): Promise<number> {
  const results = await runPeers(rounds, say);
  const breaches = peerBreaches(results);
  const table = tableOf(results);
  if (json) print(JSON.stringify({ where, results, breaches }, undefined, 2));
  else print([asText(table), circumstancesText(where), ...breaches].join('\n'));
  if (markdown !== undefined) {
    const page = [asMarkdown(table), `Measured by ${circumstancesText(where)}`].join('\n');
    putIntoPage(markdown, 'npm run faults -- --peers', page);
  }
  return breaches.length === 0 ? 0 : 100;
}

function tableOf(results: readonly PeerResult[]): Table {
  return {
    title: 'One killed connection',
    note: `${peerEvents} events, one a millisecond, and one CLIENT KILL TYPE pubsub in the middle; each library as its documentation sets it up. The figure of each round.`,
    head: ['library', 'accepted', 'lost', 'reported', 'duplicates'],
    rows: results.map(({ library, rounds }) => [
      library,
      ...(['accepted', 'lost', 'reported', 'duplicates'] as const).map((name) => each(rounds, name)),
    ]),
    numbers: [1, 2, 3, 4],
  };
}

function each(rounds: readonly PeerRun[], name: keyof PeerRun): string {
  return rounds.map((round) => round[name]).join(', ');
}
