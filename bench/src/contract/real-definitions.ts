import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackage } from '../installed-package.js';

/** A file of a contract package of the workspace, as it was written. */
export interface DefinitionFile {
  readonly contract: string;
  readonly kind: 'channels' | 'shapes';
  /** Its name without ending. */
  readonly stem: string;
  readonly text: string;
  /** What it exports: one constant. */
  readonly exportName: string;
}

/** The contracts that everything is made of, so that sizes are real ones. */
export const realContracts: readonly string[] = ['conversation', 'github'];

/** Every definition of the workspace's contracts, in a fixed order. */
export function realDefinitions(): readonly DefinitionFile[] {
  return realContracts.flatMap((contract) =>
    (['channels', 'shapes'] as const).flatMap((kind) => {
      const folder = join(installedPackage(`@tidings/${contract}`).folder, 'src', kind);
      return readdirSync(folder)
        .sort()
        .map((name) => {
          const text = readFileSync(join(folder, name), 'utf8');
          const exportName = /^export const (\w+)/m.exec(text)?.[1];
          if (exportName === undefined) throw new RangeError(`${contract}/${kind}/${name} exports no constant`);
          return { contract, kind, stem: name.replace(/\.ts$/, ''), text, exportName };
        });
    }),
  );
}
