import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the bundler says of files that it can't read, a line for each problem. */
export function bundleFailure(error: unknown): string {
  const problems = typeof error === 'object' && error !== null && 'errors' in error ? error.errors : undefined;
  if (!Array.isArray(problems)) return error instanceof Error ? error.message : String(error);
  return problems.map(bundleProblem).join('\n');
}

interface BundleProblem {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
}

function bundleProblem({ text, location }: BundleProblem): string {
  return location === null ? text : `${location.file}:${location.line}:${location.column + 1}: ${text}`;
}

/** What was thrown while definitions were loaded: where it happened, in the package's own files, and what it says. */
export function thrownByDefinition(error: unknown, bundle: string, root: string): string {
  if (!(error instanceof Error)) return `a definition file threw ${String(error)}, which is no Error`;
  const frames = ownFrames(error.stack ?? '', bundle, root);
  const place = /\(?([^()\s]+:\d+:\d+)\)?$/.exec(frames[0] ?? '')?.[1];
  const name = error.name === 'TidingsError' || error.name === 'Error' ? '' : `${error.name}: `;
  const message = `${name}${error.message}`.replaceAll(bundle, 'the definitions');
  const stack = frames.map((frame) => `\n    ${frame}`).join('');
  return `${place ?? 'while loading the definitions'}: ${message}${stack}`;
}

/** The frames of the package's files, with paths relative to it. */
function ownFrames(stack: string, bundle: string, root: string): readonly string[] {
  const isOwn = (line: string): boolean =>
    line.includes(root + sep) && !line.includes(bundle) && !line.includes(`${sep}node_modules${sep}`);
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map((line) => line.replace(/file:\/\/[^\s)]*?(?=:\d+:\d+)/, (url) => fileURLToPath(url)))
    .filter(isOwn)
    .map((line) => line.replaceAll(root + sep, '').replaceAll(sep, '/'))
    .map((line) => line.replace(/^at (?:Object\.)?<anonymous> \((.*)\)$/, 'at $1'));
}
