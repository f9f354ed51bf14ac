import { build } from 'esbuild';

/** What a bundle of a program holds, minified: bytes by where they come from. */
export interface Bundled {
  /** Files of the contract with their bytes, such as `channels/star.js`; those without any are left out. */
  readonly contract: ReadonlyMap<string, number>;
  readonly contractBytes: number;
  /** `@tidings/core`. zod is left outside: it would be there anyway. */
  readonly coreBytes: number;
}

/** Bundles a program that imports a contract package of this workspace, as esbuild does for users. */
export async function bundled(program: string, contract: string): Promise<Bundled> {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['zod'],
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
  return { contract: own, contractBytes: sum(own), coreBytes: sum(from('packages/core/dist/')) };
}

function sum(bytes: ReadonlyMap<string, number>): number {
  return [...bytes.values()].reduce((total, each) => total + each, 0);
}
