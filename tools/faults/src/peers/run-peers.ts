import { startRedis } from '@tidings/test-redis';
import { Child } from '../process/child.js';
import { newSecrets } from '../stage/secrets.js';
import { allPeers } from './all-peers.js';
import type { PeerCommands, PeerRun } from './commands.js';

const program = new URL('./main.js', import.meta.url);

/** One event a millisecond, and the subscriber's connection killed in the middle. */
export const peerEvents = 400;

/** What came of a library, round by round. */
export interface PeerResult {
  readonly library: string;
  readonly rounds: readonly PeerRun[];
}

/** Runs one library after the other, each in a process of its own, all on one server; and all of that so many times. */
export async function runPeers(rounds: number, say: (line: string) => void = () => {}): Promise<readonly PeerResult[]> {
  const { password } = newSecrets();
  await using redis = await startRedis({ config: { requirepass: password } });
  const server = { host: redis.host, port: redis.port, password };
  const results = Object.keys(allPeers).map((library) => ({ library, rounds: [] as PeerRun[] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { library, rounds: runs } of results) {
      const child = new Child<PeerCommands>(library, program);
      try {
        const run = await child.ask('run', { library, server, events: peerEvents });
        runs.push(run);
        say(`round ${round} of ${rounds}: ${library} lost ${run.lost} and reported ${run.reported}`);
      } finally {
        await child.kill();
      }
    }
  }
  return results;
}

/** What is promised of ours: all that is lost is reported, and nothing comes twice. */
export function peerBreaches(results: readonly PeerResult[]): readonly string[] {
  const [ours, ...others] = results;
  return [
    ...(ours?.rounds ?? []).flatMap(({ lost, reported, duplicates }) =>
      lost === reported && duplicates === 0
        ? []
        : [`ours lost ${lost}, reported ${reported} and delivered ${duplicates} twice`],
    ),
    ...others
      .filter(({ rounds }) => rounds.every(({ lost }) => lost === 0))
      .map(({ library }) => `${library} lost nothing, so its connection was not killed`),
  ];
}
