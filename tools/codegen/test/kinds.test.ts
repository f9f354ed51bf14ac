import { afterAll, expect, test } from 'vitest';
import type { SchemaForm } from '../src/index.js';
import { clientFolder, exportsOf } from './client-folder.js';
import * as kinds from './kinds/kinds.js';
import { tsc } from './tsc.js';

const folder = clientFolder('kinds', exportsOf('kinds/kinds.ts', kinds));

afterAll(() => folder.remove());

test('printed types are the inferred ones, kind by kind', async () => {
  folder.write('equal.ts', assertions(Object.keys(kinds)));
  expect(await tsc(folder.path)).toBe('');
});

test('no kind is left out', () => {
  const met = new Set<string>();
  JSON.stringify(folder.model, (key, value) => {
    if (key === 'kind') met.add(String(value));
    return value;
  });
  expect([...met].sort()).toEqual(Object.keys(every).sort());
});

/** Does not compile when the model gets another kind. */
const every: Readonly<Record<SchemaForm['kind'], true>> = {
  string: true,
  number: true,
  boolean: true,
  null: true,
  unknown: true,
  any: true,
  never: true,
  json: true,
  date: true,
  bigint: true,
  undefined: true,
  void: true,
  symbol: true,
  nan: true,
  file: true,
  literal: true,
  enum: true,
  openEnum: true,
  template: true,
  object: true,
  record: true,
  array: true,
  set: true,
  map: true,
  tuple: true,
  union: true,
  intersection: true,
  optional: true,
  nullable: true,
  nonoptional: true,
  readonly: true,
  catch: true,
  lazy: true,
  default: true,
  prefault: true,
  codec: true,
  brand: true,
  instance: true,
  ref: true,
};

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
