import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import { bundleFiles } from '../load/bundle.js';
import { runBundle } from '../load/run-bundle.js';
import type { ContractConfig } from './contract-config.js';

/** A contract package: where it is, and what of its files is what. */
export interface ContractPackage {
  /** Its folder. */
  readonly root: string;
  /** The contract's name. */
  readonly contract: string;
  readonly channels: readonly string[];
  readonly shapes: readonly string[];
  /** The output folder, relative to the package, with `/` between folders. */
  readonly output: string;
}

const configFiles: readonly string[] = ['ts', 'mts', 'js', 'mjs'].map((ending) => `tidings.config.${ending}`);

/**
 * Finds the package to work on, and reads its configuration.
 *
 * @param given The configuration file, if it was named; otherwise it is looked for in the folder.
 * @throws CliError if there is none, or it is not right.
 */
export async function findPackage(folder: string, given: string | undefined): Promise<ContractPackage> {
  const file = given === undefined ? foundIn(folder) : resolve(folder, given);
  if (file !== undefined && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new CliError(`there is no configuration file ${given ?? basename(file)}`);
  }
  const root = file === undefined ? folder : dirname(file);
  const config = file === undefined ? {} : await readConfig(file, root);
  const output = relative(root, resolve(root, config.output ?? 'src/generated')).replaceAll('\\', '/');
  return {
    root,
    contract: config.contract ?? packageContract(root),
    channels: patterns(config.channels, 'src/channels/**/*.{ts,mts}'),
    shapes: patterns(config.shapes, 'src/shapes/**/*.{ts,mts}'),
    output,
  };
}

function foundIn(folder: string): string | undefined {
  return configFiles.map((name) => join(folder, name)).find((path) => existsSync(path));
}

async function readConfig(file: string, root: string): Promise<ContractConfig> {
  const name = basename(file);
  return await runBundle(await bundleFiles(root, [name]), { kind: 'config', file: name });
}

/** The last part of the package's name: `@acme/orders` → `orders`. */
function packageContract(root: string): string {
  const path = join(root, 'package.json');
  if (!existsSync(path)) {
    throw new CliError(
      `there is neither a tidings.config.ts nor a package.json in ${root}: run tidings in a contract package`,
    );
  }
  const manifest = parsedManifest(readFileSync(path, 'utf8'), root);
  const name = typeof manifest === 'object' && manifest !== null && 'name' in manifest ? manifest.name : undefined;
  const last = typeof name === 'string' ? name.replace(/^.*\//, '') : '';
  if (/[A-Za-z]/.test(last)) return last;
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
