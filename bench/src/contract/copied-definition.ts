import type { DefinitionFile } from './real-definitions.js';

/** Where a copied definition stands in its package, and what it exports. */
export interface CopiedDefinition {
  readonly path: string;
  readonly text: string;
  readonly exportName: string;
}

/**
 * A copy of a definition under names of its own: its export, the channel, and what it imports get a number. What it says
 * is not changed, so that it is as large as the real one; but all are broadcast, so that a program can use all in the same way.
 */
export function copiedDefinition(
  { contract, kind, stem, text, exportName }: DefinitionFile,
  copy: number,
): CopiedDefinition {
  const group = `${contract}${copy}`;
  const renamed = text
    .replace(
      /import \{ (\w+)(?: as (\w+))? \} from '(\.\.?)\/(?:shapes\/)?([^']+)';/g,
      (_, name: string, alias: string | undefined, up: string, file: string) => {
        const from = up === '.' ? './' : `../../shapes/${group}/`;
        return `import { ${name}${copy} as ${alias ?? name} } from '${from}${file}';`;
      },
    )
    .replace(`export const ${exportName}`, `const ${exportName}`)
    .replace(/(defineChannel\(\s*')/, `$1c${copy}.`)
    .replace(/\s*delivery: 'durable',/, '');
  return {
    path: `src/${kind}/${group}/${stem}.ts`,
    text: `${renamed}\nexport { ${exportName} as ${exportName}${copy} };\n`,
    exportName: `${exportName}${copy}`,
  };
}
