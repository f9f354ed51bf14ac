import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import type { BundleRunner } from '../load/bundle-runner.js';
import { runFiles } from '../load/run-files.js';
import type { Sources } from '../load/sources.js';
import type { ContractConfig, LintConfig } from './contract-config.js';
import { isWorkspaceRoot } from './is-workspace-root.js';
import type { PackagePlace } from './package-place.js';

/** A contract package: where it is, and what of its files is what. */
export interface ContractPackage extends PackagePlace {
  /** The contract's name. */
  readonly contract: string;
  readonly channels: readonly string[];
  readonly shapes: readonly string[];
  /** The output folder, relative to the package, with `/` between folders. */
  readonly output: string;
  /** The folder of JSON Schemas and the AsyncAPI document, in the same way; undefined if they are not wanted. */
  readonly spec: string | undefined;
  readonly lint: LintConfig;
  /** Which questions count when it changes. */
  readonly rules: 'WIRE_BACKWARD' | 'WIRE_FULL' | 'TYPES';
  /** The oldest release that still counts; undefined if all do. */
  readonly oldest: string | undefined;
}

/** A package, and which files its configuration was read from. */
export interface ConfiguredPackage {
  readonly contractPackage: ContractPackage;
  readonly sources: readonly Sources[];
}

/**
 * Reads the configuration of a package.
 *
 * @throws CliError if it is not right.
 */
export async function configuredPackage(place: PackagePlace, runner: BundleRunner): Promise<ConfiguredPackage> {
  const { root, configFile } = place;
  const { config, sources } = configFile === undefined ? noConfig : await readConfig(runner, root, configFile);
  const contractPackage = {
    ...place,
    contract: config.contract ?? packageContract(root),
    channels: patterns(config.channels, 'src/channels/**/*.{ts,mts}'),
    shapes: patterns(config.shapes, 'src/shapes/**/*.{ts,mts}'),
    output: folderIn(root, config.output ?? 'src/generated'),
    spec: config.spec === false ? undefined : folderIn(root, config.spec ?? 'spec'),
    lint: config.lint ?? {},
    rules: config.evolution?.rules ?? 'TYPES',
    oldest: config.evolution?.oldest,
  };
  return { contractPackage, sources };
}

/** A folder as it was configured, relative to the package, with `/` between folders. */
function folderIn(root: string, folder: string): string {
  return relative(root, resolve(root, folder)).replaceAll('\\', '/');
}

interface ReadConfig {
  readonly config: ContractConfig;
  readonly sources: readonly Sources[];
}

const noConfig: ReadConfig = { config: {}, sources: [] };

async function readConfig(runner: BundleRunner, root: string, file: string): Promise<ReadConfig> {
  const { result, graph, modules } = await runFiles(runner, root, [file], { kind: 'config', file });
  return { config: result, sources: [{ graph, modules }] };
}

/** The last part of the package's name: `@acme/orders` → `orders`. */
function packageContract(root: string): string {
  const path = join(root, 'package.json');
  if (!existsSync(path)) {
    throw new CliError(
      `there is neither a tidings.config.ts nor a package.json in ${root}: run tidings in a contract package, or begin one by tidings init`,
    );
  }
  const manifest = parsedManifest(readFileSync(path, 'utf8'), root);
  const name = typeof manifest === 'object' && manifest !== null && 'name' in manifest ? manifest.name : undefined;
  const last = typeof name === 'string' ? name.replace(/^.*\//, '') : '';
  if (/[A-Za-z]/.test(last)) return last;
  if (isWorkspaceRoot(root)) {
    throw new CliError(
      'this is the root of a workspace, not a contract package: name the packages, such as tidings generate schemas/*',
    );
  }
  throw new CliError(
    "package.json has no name that a contract could be called after: give it one, or say `contract: '…'` in tidings.config.ts",
  );
}

function parsedManifest(text: string, root: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(`package.json in ${root} can't be read: ${String(error)}`, { cause: error });
  }
}

function patterns(given: string | readonly string[] | undefined, byDefault: string): readonly string[] {
  if (given === undefined) return [byDefault];
  return typeof given === 'string' ? [given] : given;
}
