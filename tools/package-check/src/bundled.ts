import { build } from 'esbuild';

/** What a bundle of a program holds, minified: bytes by where they come from. */
export interface Bundled {
  /** Files of the contract with their bytes, such as `channels/star.js`; those without any are left out. */
  readonly contract: ReadonlyMap<string, number>;
  readonly contractBytes: number;
  /** `@tidings/core`. */
  readonly coreBytes: number;
  /** zod, its languages included. */
  readonly zodBytes: number;
  /** Those of zod's languages for messages. */
  readonly languages: readonly string[];
}

/** Bundles a program that imports a contract package of this workspace, as esbuild does for users. */
export async function bundled(program: string, contract: string): Promise<Bundled> {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const from = (folder: string): Map<string, number> =>
    new Map(
      inputs
        .filter(([file, { bytesInOutput }]) => file.includes(folder) && bytesInOutput > 0)
        .map(([file, { bytesInOutput }]) => [file.slice(file.indexOf(folder) + folder.length), bytesInOutput]),
    );
  const own = from(`schemas/${contract}/dist/`);
  return {
    contract: own,
    contractBytes: sum(own),
    coreBytes: sum(from('packages/core/dist/')),
    zodBytes: sum(from('node_modules/zod/')),
    languages: [...from('node_modules/zod/v4/locales/').keys()],
  };
}

function sum(bytes: ReadonlyMap<string, number>): number {
  return [...bytes.values()].reduce((total, each) => total + each, 0);
}
