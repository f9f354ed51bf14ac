import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from '@tidings/test-redis';
import type { LocalRegistry } from './local-registry.js';
import { runCommand } from './run-command.js';

/** The folder of this workspace. */
export const root: string = join(import.meta.dirname, '..', '..', '..');

/** Where the libraries are that a contract and a service need, those that others depend on first. */
const folders = ['packages/core', 'packages/redis', 'tools/codegen', 'tools/cli'];

/**
 * Packs the libraries of this workspace as they are, and publishes them.
 *
 * @returns Their names with their versions, such as `@tidings/core@0.1.0`.
 */
export async function publishLibraries(registry: LocalRegistry, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const tarballs = await keptFolder();
  writeFileSync(join(tarballs, '.npmrc'), registry.npmrc);
  const published: string[] = [];
  for (const folder of folders.map((each) => join(root, each))) {
    const { name, version }: { name: string; version: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const tarball = join(tarballs, `${name.replace(/^.*\//, '')}.tgz`);
    await mustRun(`pnpm pack --silent --out '${tarball}'`, { cwd: folder, env });
    await mustRun(`pnpm publish '${tarball}' --no-git-checks --access public`, { cwd: tarballs, env });
    published.push(`${name}@${version}`);
  }
  return published;
}

/** The version of a tool that this workspace has itself. */
export function toolVersion(name: string): string {
  const { devDependencies }: { devDependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = devDependencies[name];
  if (version === undefined) throw new Error(`the workspace has no ${name}`);
  return version;
}

async function mustRun(line: string, place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<void> {
  const { code, output } = await runCommand(line, place);
  if (code !== 0) throw new Error(`${line} ended with ${code}:\n${output}`);
}
