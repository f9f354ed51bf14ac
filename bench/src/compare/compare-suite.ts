import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realModels } from '../contract/real-models.js';
import { packageVersions } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import { runProgram } from '../run-program.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import type { Comparison } from './compare-process.js';
import { manyChannels } from './many-channels.js';
import { ofEverything, variants } from './variants.js';

/** How long it takes to find out what changed between two states of a contract, by its size and by how much did. */
export const compareSuite: Suite = {
  about: 'the comparison of tidings breaking: nothing changed, a little, everything',
  run,
};

const script = fileURLToPath(new URL('./compare-process.js', import.meta.url));

/** What is found of each channel is kept until the end: a contract that is larger needs more memory than Node takes by itself. */
const mostForEverything = 1_000;

interface Found {
  readonly size: number;
  readonly samples: Samples;
  readonly names: readonly string[];
}

async function run({ rounds, sizes = [100, 1_000, 10_000], progress }: SuiteRun): Promise<SuiteReport> {
  const models = await realModels();
  const found: Found[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'tidings-bench-'));
  try {
    for (const size of sizes) {
      progress(`${size} channels`);
      const contract = manyChannels(models, size);
      const names = Object.keys(variants).filter((name) => size <= mostForEverything || !ofEverything.includes(name));
      const write = (name: string, value: unknown): string => {
        const file = join(folder, `${name}.json`);
        writeFileSync(file, JSON.stringify(value));
        return file;
      };
      const before = write('before', contract);
      const measures = names.map((name) => {
        const after = write(name, variants[name]?.(contract));
        return [name, () => measured(before, after, folder)] as const;
      });
      found.push({ size, names, samples: await inRounds(rounds, Object.fromEntries(measures)) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    ratios: [...found.flatMap(ofNothing), ...flatness(found)],
    tables: found.map(tableOf),
    versions: packageVersions(['@tidings/codegen']),
    notes: [
      'The channels are those of @tidings/conversation and @tidings/github over and over, under other names, each time with shapes of their own.',
      'Each comparison is a process of its own, from its start to its end; it reads both models from JSON and checks them. Ratios are of processor time.',
      `What changes everything is left out beyond ${mostForEverything} channels.`,
    ],
  };
}

async function measured(before: string, after: string, folder: string): Promise<Readonly<Record<string, number>>> {
  const { tookMs, stdout } = await runProgram(script, [before, after], folder);
  const comparison: Comparison = JSON.parse(stdout);
  return { process: tookMs, ...comparison };
}

function ofNothing({ size, names, samples }: Found): readonly Ratio[] {
  const [nothing = '', ...others] = names;
  return others.map((name) =>
    ratioOf(`${size} channels: comparing ${name}, of ${nothing}`, {
      over: samples(name, 'processor'),
      under: samples(nothing, 'processor'),
      unit: 'ms',
    }),
  );
}

/** Whether a channel takes longer where there are many. */
function flatness(found: readonly Found[]): readonly Ratio[] {
  const [smallest] = found;
  if (smallest === undefined) return [];
  return smallest.names.flatMap((name) => {
    const largest = found.findLast(({ names }) => names.includes(name)) ?? smallest;
    if (largest === smallest) return [];
    const perChannel = ({ size, samples }: Found): number => samples(name, 'processor').median / size;
    return [
      {
        label: `comparing a channel, ${name}: ${largest.size} channels, of ${smallest.size}`,
        value: perChannel(largest) / perChannel(smallest),
      },
    ];
  });
}

function tableOf({ size, samples, names }: Found): Table {
  return {
    title: `${size} channels`,
    unit: 'ms',
    columns: ['process', 'reading', 'comparing', 'processor', 'processor, a channel', 'changes'],
    rows: names.map((name) => {
      const processor = samples(name, 'processor');
      return [
        name,
        samples(name, 'process'),
        samples(name, 'reading'),
        samples(name, 'comparing'),
        processor,
        (processor.median / size).toFixed(2),
        samples(name, 'changes').median,
      ];
    }),
    chart: { column: 'processor', log: true },
  };
}
