import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { CliError } from '../cli-error.js';
import { bundleFailure, thrownByDefinition } from './load-failure.js';

/** A file of the package, loaded. */
export interface LoadedModule {
  /** Relative to the package, with `/` between folders. */
  readonly file: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/**
 * Loads TypeScript files of a package, as one program: what they share is there once. Path aliases of its tsconfig and
 * `.js` endings work; packages are taken from where the package has them.
 *
 * @throws CliError naming the file, if one can't be read or throws.
 */
export async function loadModules(root: string, files: readonly string[]): Promise<readonly LoadedModule[]> {
  const folder = join(root, 'node_modules', '.cache', 'tidings');
  const bundle = join(folder, `${randomUUID()}.mjs`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(bundle, await bundleText(root, files, bundle));
    const modules = await run(bundle, root);
    return files.map((file, index) => ({ file, exports: modules[index] ?? {} }));
  } finally {
    await rm(bundle, { force: true });
  }
}

async function bundleText(root: string, files: readonly string[], outfile: string): Promise<string> {
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(`./${file}`)};`);
  const list = files.map((_, index) => `m${index}`).join(', ');
  try {
    const { outputFiles } = await build({
      stdin: { contents: `${imports.join('\n')}\nexport default [${list}];`, resolveDir: root, sourcefile: 'tidings' },
      absWorkingDir: root,
      bundle: true,
      format: 'esm',
      logLevel: 'silent',
      outfile,
      packages: 'external',
      platform: 'node',
      sourcemap: 'inline',
      target: 'node22',
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  } catch (error) {
    throw new CliError(bundleFailure(error));
  }
}

async function run(bundle: string, root: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  // So that what a definition throws is shown where it was written.
  process.setSourceMapsEnabled(true);
  try {
    const loaded: { readonly default: readonly Readonly<Record<string, unknown>>[] } = await import(
      pathToFileURL(bundle).href
    );
    return loaded.default;
  } catch (error) {
    throw new CliError(thrownByDefinition(error, bundle, root), { cause: error });
  }
}
