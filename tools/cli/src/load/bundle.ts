import type { Metafile } from 'esbuild';
import { CliError } from '../cli-error.js';
import { bundlePath } from './bundle-path.js';
import { bundleFailure } from './load-failure.js';
import type { ImportGraph } from './sources.js';

/** TypeScript files of a package as one JavaScript module, whose default export is a list of their exports. */
export interface Bundle {
  /** The package's folder. */
  readonly root: string;
  readonly source: string;
  /** Which files it was made of, for messages. */
  readonly place: string;
  /** What it was made of. */
  readonly graph: ImportGraph;
}

/** What the list of files is called by the bundler. */
export const listName = 'tidings:files';

/**
 * Bundles TypeScript files of a package into one program: what they share is there once. Path aliases of its tsconfig
 * and `.js` endings work; packages are not bundled.
 *
 * @param sourceMap Whether it says where everything comes from.
 * @throws CliError naming the file, if one can't be read.
 */
export async function bundleFiles(root: string, files: readonly string[], sourceMap: boolean): Promise<Bundle> {
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(`./${file}`)};`);
  const list = files.map((_, index) => `m${index}`).join(', ');
  // Loaded when something is bundled: a run that has nothing to do has no use for it.
  const { build } = await import('esbuild');
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
      sourcemap: sourceMap && 'inline',
      sourcesContent: false,
      target: 'node22',
      write: false,
    });
    const place = files.length > 1 ? `${files[0]} … ${files.at(-1)}` : (files[0] ?? root);
    return { root, source: outputFiles[0]?.text ?? '', place, graph: graphOf(metafile) };
  } catch (error) {
    throw new CliError(bundleFailure(error));
  }
}

function graphOf({ inputs }: Metafile): ImportGraph {
  return new Map(
    Object.entries(inputs)
      .filter(([file]) => file !== listName)
      .map(([file, { imports }]) => {
        const files = imports.filter(({ external }) => external !== true).map(({ path }) => path);
        const packages = imports.filter(({ external }) => external === true).map(({ path }) => path);
        return [file, { files, packages }];
      }),
  );
}
