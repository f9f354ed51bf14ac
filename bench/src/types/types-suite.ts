import { join } from 'node:path';
import { ContractFolder } from '../contract/contract-folder.js';
import { installedPackage, packageVersions } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import { runProgram } from '../run-program.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table, Target } from '../suite.js';
import { writeApplication } from './application.js';
import { type Compiler, checkCosts, compilers } from './compiler.js';
import { writeInferredClient } from './inferred-client.js';

/** What a generated client costs whoever compiles against it, beside one whose types are inferred. */
export const typesSuite: Suite = {
  about: 'instantiations, check time and memory of a generated client, beside the same with z.infer',
  run,
};

const clients = ['generated', 'inferred'] as const;

const labels = { generated: 'tidings, generated', inferred: 'z.infer' } as const;

async function run({ rounds, sizes = [1_000], progress }: SuiteRun): Promise<SuiteReport> {
  const all = compilers();
  const found: { readonly size: number; readonly samples: Samples }[] = [];
  for (const size of sizes) {
    progress(`${size} channels: building both clients`);
    using contract = new ContractFolder(size);
    await buildClients(contract, all);
    progress(`${size} channels: checking an application of each`);
    const measures = all.flatMap((compiler) =>
      clients.map((client) => {
        const project = join(contract.folder, `application-${client}`);
        return [`${client}, TypeScript ${compiler.version}`, () => checkCosts(compiler, project)] as const;
      }),
    );
    found.push({ size, samples: await inRounds(rounds, Object.fromEntries(measures)) });
  }
  return {
    ratios: found.flatMap(({ size, samples }) => all.flatMap(({ version }) => ratiosOf(size, version, samples))),
    tables: found.flatMap(({ size, samples }) => all.map(({ version }) => tableOf(size, version, samples))),
    versions: {
      ...packageVersions(['@tidings/cli', 'zod']),
      typescript: all.map(({ version }) => version).join(', '),
    },
    notes: [
      'An application that subscribes to every channel and publishes what it receives, checked against the declarations of a client, with skipLibCheck, by tsc --extendedDiagnostics.',
      'z.infer (inferred): the same definitions and functions, with types by z.infer and z.input.',
    ],
  };
}

/** Declarations of both clients, as they would be published, and an application of each. */
async function buildClients(contract: ContractFolder, [compiler]: readonly Compiler[]): Promise<void> {
  if (compiler === undefined) throw new RangeError('there is no compiler');
  await runProgram(installedPackage('@tidings/cli').program('tidings'), ['generate'], contract.folder);
  writeInferredClient(contract, 'src/inferred');
  const shared = { target: 'es2023', module: 'nodenext', strict: true, skipLibCheck: true, types: [] };
  const lib = ['es2023', 'esnext.disposable', 'dom'];
  const emitted = { declaration: true, emitDeclarationOnly: true, rootDir: 'src', outDir: 'dist' };
  contract.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...shared, lib, ...emitted }, include: ['src'] }),
  );
  await runProgram(compiler.script, ['-p', '.'], contract.folder);
  for (const client of clients) {
    const folder = `application-${client}`;
    writeApplication(contract, folder, `../dist/${client}/index.js`);
    contract.write(
      `${folder}/tsconfig.json`,
      JSON.stringify({ compilerOptions: { ...shared, lib }, include: ['*.ts'] }),
    );
  }
}

/** A small client has little to save. */
const leastForTarget = 1_000;

function ratiosOf(size: number, version: string, samples: Samples): readonly Ratio[] {
  const ratio = (figure: string, words: string, unit: string, target?: Target): Ratio => {
    const of = (client: string) => samples(`${client}, TypeScript ${version}`, figure);
    const parts = { over: of('inferred'), under: of('generated'), unit, target };
    return ratioOf(`${size} channels, TypeScript ${version}: ${words}, inferred of generated`, parts);
  };
  return [
    ratio('instantiations', 'instantiations', '', size >= leastForTarget ? { atLeast: 100 } : undefined),
    ratio('checkMs', 'check time', 'ms'),
    ratio('memoryMB', 'memory', 'MB'),
  ];
}

function tableOf(size: number, version: string, samples: Samples): Table {
  return {
    title: `${size} channels, TypeScript ${version}`,
    unit: 'ms, MB',
    columns: ['instantiations', 'types', 'files', 'check time', 'total time', 'memory'],
    rows: clients.map((client) => {
      const of = (figure: string) => samples(`${client}, TypeScript ${version}`, figure);
      const counts = ['instantiations', 'types', 'files'].map((figure) => of(figure).median);
      return [labels[client], ...counts, of('checkMs'), of('totalMs'), of('memoryMB')];
    }),
    chart: { column: 'instantiations', log: true },
  };
}
