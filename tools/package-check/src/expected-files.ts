import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishablePackage } from './publishable-packages.js';

/** Folders whose declarations name zod, and stay at home. */
const withoutDeclarations: Readonly<Record<string, readonly string[]>> = {
  '@tidings/codegen': ['zod/'],
  '@tidings/conversation': ['channels/', 'shapes/'],
  '@tidings/github': ['channels/', 'shapes/'],
};

/** There once there was a release. */
const sinceTheFirstRelease = ['CHANGELOG.md', 'contract.lock.json'];

/** Everything that a package should consist of, sorted: what its sources compile to, its spec, and the files beside them. */
export function expectedFiles({ name, folder, manifest }: PublishablePackage): readonly string[] {
  const there = (path: string): boolean => existsSync(join(folder, path));
  const sources = globSync('src/**/*.ts', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/').slice('src/'.length, -'.ts'.length))
    .filter((path) => !/\.test(-d)?$/.test(path));
  const compiled = sources.flatMap((path) => {
    const isDeclared = !(withoutDeclarations[name] ?? []).some((start) => path.startsWith(start));
    return [`dist/${path}.js`, `dist/${path}.js.map`, ...(isDeclared ? [`dist/${path}.d.ts`] : [])];
  });
  const spec = globSync('spec/*.json', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('spec/.'));
  return [
    'LICENSE',
    'README.md',
    'package.json',
    ...sinceTheFirstRelease.filter(there),
    ...Object.values(manifest.bin ?? {}),
    ...compiled,
    ...spec,
  ].toSorted();
}

/** Whether a file was compiled from a source that is gone: it lies about where people work, and a release builds anew. */
export function isLeftOver({ folder }: PublishablePackage, path: string): boolean {
  const [, source] = /^dist\/(.+?)\.(?:js|js\.map|d\.ts)$/.exec(path) ?? [];
  return source !== undefined && !existsSync(join(folder, 'src', `${source}.ts`));
}
