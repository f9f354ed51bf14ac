import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundle, listName } from './bundle.js';
import { bundlePath } from './bundle-path.js';
import { packageName } from './package-name.js';
import type { ImportGraph } from './sources.js';

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
  // What is not in one of the package's files is in the list of them, which nobody has written.
  return location === null || location.file === listName
    ? text
    : `${location.file}:${location.line}:${location.column + 1}: ${text}`;
}

/** What was thrown while definitions were loaded: where it happened, in the package's own files, and what it says. */
export function thrownByDefinition(error: unknown, { root, place: files, graph }: Bundle): string {
  if (!(error instanceof Error)) return `${files}: threw ${String(error)}, which is no Error`;
  const bundle = bundlePath(root);
  const frames = ownFrames(error.stack ?? '', bundle, root);
  const place = /\(?([^()\s]+:\d+:\d+)\)?$/.exec(frames[0] ?? '')?.[1];
  const name = error.name === 'TidingsError' || error.name === 'Error' ? '' : `${error.name}: `;
  const message = `${name}${error.message}`.replaceAll(bundle, 'the definitions');
  const stack = frames.map((frame) => `\n    ${frame}`).join('');
  return `${place ?? importersNamedIn(message, graph) ?? files}: ${message}${stack}`;
}

/** The files that import the package that a message is about: such errors come before any line of a file has run. */
function importersNamedIn(message: string, graph: ImportGraph): string | undefined {
  const isNamed = (specifier: string): boolean =>
    message.includes(`'${specifier}'`) || message.includes(`package '${packageName(specifier)}'`);
  const files = [...graph].filter(([, { packages }]) => packages.some(isNamed)).map(([file]) => file);
  return files.length === 0 ? undefined : `${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''}`;
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
