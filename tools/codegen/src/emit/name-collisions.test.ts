import { defineChannel } from '@tidings/core/define';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { readContract } from '../read/read-contract.js';
import { emitClient } from './client-emitter.js';

function emit(
  channels: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const exportsOf = (file: string, values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([exportName, value]) => ({ file, exportName, value }));
  const source = { contract: 'shop', channels: exportsOf('c.ts', channels), shapes: exportsOf('s.ts', shapes) };
  return emitClient(readContract(source), { output: 'generated' }).map(({ path }) => path);
}

const one = defineChannel('one', z.object({}));
const two = defineChannel('two', z.object({}));

test('two channels can not share a file', () => {
  expect(() => emit({ fooBar: one, FooBar: two })).toThrow(
    "the export 'FooBar' would be generated as foo-bar.ts, as 'fooBar' of c.ts is: rename one of them",
  );
});

test('two channels can not share a name', () => {
  expect(() => emit({ placed: one, publishPlaced: two })).toThrow("'publishPlaced' would be generated twice");
});

test('a shape can not take the name of a type of a channel', () => {
  const placedData = z.object({ a: z.string() });
  expect(() => emit({ placed: defineChannel('one', z.object({ placedData })) }, { placedData })).toThrow(
    "'PlacedData' would be generated twice, in placed.ts and shapes.ts",
  );
});

test('a channel and a shape of the same name go together', () => {
  const placed = z.object({ a: z.string() });
  expect(emit({ placed: defineChannel('one', z.object({ placed })) }, { placed })).toEqual([
    'placed.ts',
    'shapes.ts',
    'client.ts',
    'index.ts',
  ]);
});

test('channels called like files of ours, or of some system, get another file', () => {
  expect(emit({ index: one, con: two })).toEqual(['index-channel.ts', 'con-channel.ts', 'client.ts', 'index.ts']);
});
