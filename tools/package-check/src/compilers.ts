import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A TypeScript that users may have. */
export interface Compiler {
  readonly version: string;
  /** Its `tsc`, to be run by Node. */
  readonly program: string;
}

const require: NodeJS.Require = createRequire(import.meta.url);

/** Every TypeScript that our declarations are for, the oldest first. Installed under names of their own. */
export const compilers: readonly Compiler[] = ['typescript-5.9', 'typescript-6.0', 'typescript-7.0'].map((name) => {
  const path = require.resolve(`${name}/package.json`);
  const manifest: { version: string; bin: { tsc: string } } = JSON.parse(readFileSync(path, 'utf8'));
  return { version: manifest.version, program: join(dirname(path), manifest.bin.tsc) };
});
