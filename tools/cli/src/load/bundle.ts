import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { CliError } from '../cli-error.js';
import { bundleFailure } from './load-failure.js';

/** TypeScript files of a package as one JavaScript module, whose default export is a list of their exports. */
export interface Bundle {
  /** The package's folder. */
  readonly root: string;
  readonly source: string;
  /** Which files it was made of, for messages. */
  readonly place: string;
  /** Which files import a package, by what the import says. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
}

/** What the list of files is called by the bundler. */
export const listName = 'tidings:files';

/** Where a bundle pretends to be. */
export function bundlePath(root: string): string {
  return join(root, 'tidings-definitions.mjs');
}

/**
 * Bundles TypeScript files of a package into one program: what they share is there once. Path aliases of its tsconfig
 * and `.js` endings work; packages are not bundled.
 *
 * @throws CliError naming the file, if one can't be read.
 */
export async function bundleFiles(root: string, files: readonly string[]): Promise<Bundle> {
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(`./${file}`)};`);
  const list = files.map((_, index) => `m${index}`).join(', ');
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents: `${imports.join('\n')}\nexport default [${list}];`, resolveDir: root, sourcefile: listName },
      absWorkingDir: root,
      bundle: true,
      format: 'esm',
      logLevel: 'silent',
      metafile: true,
      outfile: bundlePath(root),
      packages: 'external',
      platform: 'node',
      sourcemap: 'inline',
      target: 'node22',
      write: false,
    });
    const place = files.length > 1 ? `${files[0]} … ${files.at(-1)}` : (files[0] ?? root);
    return { root, source: outputFiles[0]?.text ?? '', place, importers: importersOf(metafile) };
  } catch (error) {
    throw new CliError(bundleFailure(error));
  }
}

function importersOf({ inputs }: Metafile): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { external, path } of imports) {
      if (external === true) importers.set(path, [...(importers.get(path) ?? []), file]);
    }
  }
  return importers;
}
