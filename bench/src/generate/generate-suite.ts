import { ContractFolder } from '../contract/contract-folder.js';
import { openApiDocument } from '../contract/open-api.js';
import { realSchemas } from '../contract/real-schemas.js';
import { packageVersions } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { peerRun, peers } from './peers.js';
import { tidingsRun } from './tidings-run.js';

/** How long it takes to generate a contract, by its size, beside other generators of types. */
export const generateSuite: Suite = {
  about: 'tidings generate: cold, again, with one file changed; beside @hey-api/openapi-ts and orval',
  run,
};

/** What the peers do is compared with this: they write no schemas. */
const typesAlone = 'tidings, spec: false';

/** The peers take minutes for more. */
const mostForPeers = 1_000;

async function run({ rounds, sizes = [100, 1_000, 10_000], progress }: SuiteRun): Promise<SuiteReport> {
  const real = await realSchemas();
  const found: { readonly size: number; readonly samples: Samples; readonly withPeers: boolean }[] = [];
  for (const size of sizes) {
    progress(`${size} channels`);
    using contract = new ContractFolder(size);
    const document = openApiDocument(real, size);
    const withPeers = size <= mostForPeers;
    const others = withPeers ? peers.map((peer) => [peer.package, () => peerRun(peer, document)] as const) : [];
    const samples = await inRounds(rounds, {
      tidings: () => tidingsRun(contract, true),
      ...(withPeers && { [typesAlone]: () => tidingsRun(contract, false) }),
      ...Object.fromEntries(others),
    });
    found.push({ size, samples, withPeers });
  }
  const names = ['tidings', typesAlone, ...peers.map((peer) => peer.package)];
  return {
    ratios: found.flatMap(({ size, samples, withPeers }) => ratiosOf(size, samples, withPeers)).concat(flatness(found)),
    tables: found.map(({ size, samples, withPeers }) => tableOf(size, samples, withPeers ? names : ['tidings'])),
    versions: packageVersions(['@tidings/cli', ...peers.map((peer) => peer.package)]),
    notes: [
      'The channels are those of @tidings/conversation and @tidings/github over and over, under other names, each time with shapes of their own.',
      'The peers get the same payloads and shapes as an OpenAPI 3.1 document, and write types alone; tidings reads TypeScript, checks it, and writes functions too, and JSON Schemas and an AsyncAPI document unless it is told not to.',
      `Every run is a process of its own, from its start to its end. Peers are left out beyond ${mostForPeers} channels.`,
    ],
  };
}

function ratiosOf(size: number, samples: Samples, withPeers: boolean): readonly Ratio[] {
  const unit = 'ms';
  const cold = samples('tidings', 'cold');
  const own = (figure: string, words: string): Ratio =>
    ratioOf(`${size} channels: ${words}, of a cold run`, { over: samples('tidings', figure), under: cold, unit });
  const others = withPeers
    ? peers.map((peer) =>
        ratioOf(`${size} channels: ${peer.package}, cold, of ${typesAlone}, cold`, {
          over: samples(peer.package, 'cold'),
          under: samples(typesAlone, 'cold'),
          unit,
        }),
      )
    : [];
  return [...others, ...ofGoal(size, cold.median), own('warm', 'nothing changed'), own('edited', 'one file changed')];
}

/** A thousand channels are to take about a second. */
const goal = { size: 1_000, tookMs: 1_000 };

function ofGoal(size: number, cold: number): readonly Ratio[] {
  if (size !== goal.size) return [];
  return [
    {
      label: `${size} channels: tidings, cold, of the second that it is to take`,
      value: cold / goal.tookMs,
      target: { atMost: 1 },
      figures: { over: cold, under: goal.tookMs, unit: 'ms' },
    },
  ];
}

/** Whether a channel takes longer where there are many. */
function flatness(found: readonly { readonly size: number; readonly samples: Samples }[]): readonly Ratio[] {
  const [smallest, largest] = [found[0], found.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const perChannel = ({ size, samples }: typeof smallest): number => samples('tidings', 'cold').median / size;
  return [
    {
      label: `time per channel, cold: ${largest.size} channels, of ${smallest.size}`,
      value: perChannel(largest) / perChannel(smallest),
    },
  ];
}

function tableOf(size: number, samples: Samples, names: readonly string[]): Table {
  return {
    title: `${size} channels`,
    unit: 'ms',
    columns: ['cold', 'nothing changed', 'one file changed', 'cold, a channel', 'types'],
    rows: names.map((name) => {
      const cold = samples(name, 'cold');
      const again = name.startsWith('tidings') ? [samples(name, 'warm'), samples(name, 'edited')] : ['', ''];
      return [name, cold, ...again, (cold.median / size).toFixed(2), samples(name, 'types').median];
    }),
  };
}
