import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { benchFolder } from '../installed-package.js';
import type { Bundle } from './bundles.js';

/** How large a program is as one file, in kilobytes of 1,000. */
export interface BundleSize {
  readonly minifiedKB: number;
  readonly gzipKB: number;
  /** How many files it is made of. */
  readonly files: number;
}

/** Makes one minified file of a program and all that it imports, for Node. */
export async function bundleSize({ code, external = [] }: Bundle): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: benchFolder, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: [...external],
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return {
    minifiedKB: file.contents.byteLength / 1_000,
    gzipKB: gzipSync(file.contents, { level: 9 }).byteLength / 1_000,
    files: Object.keys(metafile.inputs).length - 1,
  };
}
