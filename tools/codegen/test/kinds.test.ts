import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emitClient, readContract } from '../src/index.js';
import * as kinds from './kinds/kinds.js';
import { tsc } from './tsc.js';

const folder: string = join(import.meta.dirname, '..', '.tidings', 'kinds');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Properties beside an index signature that they don't fit can only be written as an intersection: assignable both ways
 * (the generated annotation holds that), but not identical.
 */
const assignableOnly: readonly string[] = ['kCatchallMixed', 'kCatchallLike'];

test('printed types are the inferred ones, kind by kind', async () => {
  const channels = Object.entries(kinds).map(([exportName, value]) => ({
    file: '../../test/kinds/kinds.ts',
    exportName,
    value,
  }));
  const files = emitClient(readContract({ contract: 'kinds', channels }), { output: 'generated' });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'generated'), { recursive: true });
  for (const { path, content } of files) {
    writeFileSync(join(folder, 'generated', path), content);
  }
  writeFileSync(
    join(folder, 'equal.ts'),
    assertions(Object.keys(kinds).filter((name) => !assignableOnly.includes(name))),
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../test/golden/tsconfig.json', include: ['**/*.ts'] }),
  );
  expect(await tsc(folder)).toBe('');
});

/** Every printed type beside the inferred one; only identical types are equal. */
function assertions(names: readonly string[]): string {
  const lines = names.flatMap((name) => {
    const pascal = name.charAt(0).toUpperCase() + name.slice(1);
    return [
      `export const ${name}Wire: Equal<G.${pascal}Wire, WireOf<typeof K.${name}>> = true;`,
      `export const ${name}Publish: Equal<G.${pascal}Publish, PublishOf<typeof K.${name}>> = true;`,
      `export const ${name}Data: Equal<G.${pascal}Data, DataOf<typeof K.${name}>> = true;`,
    ];
  });
  return [
    "import type { DataOf, PublishOf, WireOf } from '@tidings/core';",
    "import type * as K from '../../test/kinds/kinds.js';",
    "import type * as G from './generated/index.js';",
    'type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;',
    ...lines,
    '',
  ].join('\n');
}
