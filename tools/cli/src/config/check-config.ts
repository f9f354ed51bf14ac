import { isAbsolute, relative, resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import { evolutionConfigProblems } from './check-evolution-config.js';
import { lintConfigProblems } from './check-lint-config.js';
import type { ContractConfig } from './contract-config.js';
import { unknownName } from './unknown-name.js';

const known: readonly (keyof ContractConfig)[] = [
  'contract',
  'channels',
  'shapes',
  'output',
  'spec',
  'lint',
  'evolution',
];

/**
 * Makes sure that a configuration file exports a configuration.
 *
 * @param shown The file's name, for messages.
 * @throws CliError naming every problem.
 */
export function checkConfig(value: unknown, shown: string, root: string): ContractConfig {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new CliError(`${shown}: its default export must be a configuration: export default defineConfig({ … })`);
  }
  const problems = Object.entries(value).flatMap(([name, setting]) => problemsOf(name, setting, root));
  if (problems.length === 0) problems.push(...sharedFolder(value, root));
  if (problems.length > 0) throw new CliError(problems.map((problem) => `${shown}: ${problem}`).join('\n'));
  return value;
}

function problemsOf(name: string, value: unknown, root: string): readonly string[] {
  if (value === undefined) return [];
  switch (name) {
    case 'contract':
      return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*$/.test(value)
        ? []
        : ["contract: must be a name such as 'conversation'"];
    case 'channels':
    case 'shapes':
      return isPatterns(value) ? [] : [`${name}: must be a glob pattern such as 'src/${name}/*.ts', or a list of them`];
    case 'output':
      return typeof value === 'string' && isInside(root, value)
        ? []
        : ["output: must be a folder inside the package, such as 'src/generated'"];
    case 'spec':
      return value === false || (typeof value === 'string' && isInside(root, value))
        ? []
        : ["spec: must be a folder inside the package, such as 'spec', or false"];
    case 'lint':
      return lintConfigProblems(value);
    case 'evolution':
      return evolutionConfigProblems(value);
    default:
      return [unknownName('option', name, known)];
  }
}

/** Each of the two folders has a record of its own. */
function sharedFolder({ output = 'src/generated', spec = 'spec' }: ContractConfig, root: string): readonly string[] {
  const isShared = spec !== false && resolve(root, output) === resolve(root, spec);
  return isShared ? ['spec: must be another folder than output'] : [];
}

function isPatterns(value: unknown): boolean {
  const patterns: readonly unknown[] = Array.isArray(value) ? value : [value];
  return patterns.length > 0 && patterns.every((pattern) => typeof pattern === 'string' && pattern !== '');
}

function isInside(root: string, folder: string): boolean {
  const path = relative(root, resolve(root, folder));
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
