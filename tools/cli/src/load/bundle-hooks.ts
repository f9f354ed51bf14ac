import {
  isBuiltin,
  type LoadFnOutput,
  type LoadHookContext,
  type ResolveFnOutput,
  type ResolveHookContext,
} from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BundleJob } from './bundle-job.js';
import { packageName } from './package-name.js';
import type { LoadedModules, PackageRequest } from './sources.js';

/** A bundle, and where it pretends to be: in the package, so that what it imports is looked for from there. */
export interface PlacedBundle {
  /** What is imported to run it. */
  readonly specifier: string;
  readonly url: string;
  readonly source: string;
}

/** What is imported to run a bundle. A thread runs one for each kind of job. */
export function bundleSpecifier(kind: BundleJob['kind']): string {
  return `tidings:${kind}`;
}

let bundle: PlacedBundle | undefined;
const files = new Set<string>();
const packages = new Map<string, PackageRequest>();

/** Says which bundle the hooks below serve. No file is written: a package may be read-only, and a killed run leaves nothing. */
export function initialize(placed: PlacedBundle): void {
  bundle = placed;
}

/** What was loaded beside the bundle so far, as far as these hooks have seen it in this thread. */
export function loadedModules(): LoadedModules {
  return { files: [...files].sort(), packages: [...packages.values()] };
}

/** A hook of Node's module loader, for `registerHooks` as for `register`. */
export function resolve<R>(
  specifier: string,
  context: ResolveHookContext,
  next: (specifier: string, context: ResolveHookContext) => R,
): R | ResolveFnOutput {
  if (specifier === bundle?.specifier) {
    return { url: bundle.url, format: 'module', shortCircuit: true };
  }
  const name = packageName(specifier);
  if (name !== undefined && !isBuiltin(specifier) && context.parentURL?.startsWith('file:')) {
    const from = dirname(fileURLToPath(context.parentURL));
    packages.set(`${from}\n${name}`, { from, name });
  }
  return next(specifier, context);
}

/** A hook of Node's module loader, for `registerHooks` as for `register`. */
export function load<R>(
  url: string,
  context: LoadHookContext,
  next: (url: string, context: LoadHookContext) => R,
): R | LoadFnOutput {
  if (url === bundle?.url) {
    return { format: 'module', source: bundle.source, shortCircuit: true };
  }
  if (url.startsWith('file:')) files.add(fileURLToPath(url));
  return next(url, context);
}
