import type { LoadFnOutput, LoadHookContext, ResolveFnOutput, ResolveHookContext } from 'node:module';

/** A bundle, and where it pretends to be: in the package, so that what it imports is looked for from there. */
export interface PlacedBundle {
  readonly url: string;
  readonly source: string;
}

/** What is imported to run the bundle. */
export const bundleSpecifier = 'tidings:bundle';

let bundle: PlacedBundle | undefined;

/** Says which bundle the hooks below serve. No file is written: a package may be read-only, and a killed run leaves nothing. */
export function initialize(placed: PlacedBundle): void {
  bundle = placed;
}

/** A hook of Node's module loader, for `registerHooks` as for `register`. */
export function resolve<R>(
  specifier: string,
  context: ResolveHookContext,
  next: (specifier: string, context: ResolveHookContext) => R,
): R | ResolveFnOutput {
  if (bundle === undefined || specifier !== bundleSpecifier) return next(specifier, context);
  return { url: bundle.url, format: 'module', shortCircuit: true };
}

/** A hook of Node's module loader, for `registerHooks` as for `register`. */
export function load<R>(
  url: string,
  context: LoadHookContext,
  next: (url: string, context: LoadHookContext) => R,
): R | LoadFnOutput {
  if (bundle === undefined || url !== bundle.url) return next(url, context);
  return { format: 'module', source: bundle.source, shortCircuit: true };
}
