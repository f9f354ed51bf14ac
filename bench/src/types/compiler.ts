import { installedPackage, workspaceCompiler } from '../installed-package.js';
import { runProgram } from '../run-program.js';

/** A version of the TypeScript compiler. */
export interface Compiler {
  readonly version: string;
  readonly script: string;
}

/** The compilers that clients are checked with: the native one, and the one in JavaScript that editors still run. */
export function compilers(): readonly Compiler[] {
  const { version, program } = installedPackage('typescript');
  return [workspaceCompiler(), { version, script: program('tsc') }];
}

/** What checking a project costs, as the compiler itself tells. */
export async function checkCosts({ script }: Compiler, project: string): Promise<Readonly<Record<string, number>>> {
  const { stdout } = await runProgram(script, ['-p', project, '--noEmit', '--extendedDiagnostics'], project);
  return {
    instantiations: figure(stdout, 'Instantiations'),
    types: figure(stdout, 'Types'),
    files: figure(stdout, 'Files'),
    checkMs: 1_000 * figure(stdout, 'Check time'),
    totalMs: 1_000 * figure(stdout, 'Total time'),
    memoryMB: figure(stdout, 'Memory used') / 1_024,
  };
}

function figure(output: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+([\\d.,]+)`, 'm').exec(output)?.[1];
  if (found === undefined) throw new RangeError(`the compiler does not tell '${name}':\n${output}`);
  return Number(found.replaceAll(',', ''));
}
