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

test('a shape can not be called like a side of another', () => {
  const user = z.object({ tags: z.array(z.string()).default([]) });
  const userInput = z.object({ a: z.string() });
  const placed = defineChannel('one', z.object({ user, userInput }));
  expect(() => emit({ placed }, { user, userInput })).toThrow("'UserInput' would be generated twice in shapes.ts");
});

test('a shape can not be called like an option of a union', () => {
  const placedDataPaid = z.object({ a: z.string() });
  const state = (by: string) => z.object({ state: z.literal(by), placedDataPaid });
  const placed = defineChannel('one', z.discriminatedUnion('state', [state('paid'), state('open')]));
  expect(() => emit({ placed }, { placedDataPaid })).toThrow(
    "'PlacedDataPaid' would be generated twice, in placed.ts and shapes.ts: rename the channel or the shape",
  );
});

test('a channel whose name a union could want has it', () => {
  const state = (by: string) => z.object({ state: z.literal(by) });
  const order = defineChannel('one', z.discriminatedUnion('state', [state('paid'), state('open')]));
  expect(emit({ order, orderPaid: two })).toContain('order-paid.ts');
});

test('two channels of one name in two files are told apart by their author', () => {
  const exported = (file: string, value: unknown) => ({ file, exportName: 'created', value });
  const channels = [exported('order/created.ts', one), exported('user/created.ts', two)];
  expect(() => emitClient(readContract({ contract: 'shop', channels }), { output: 'generated' })).toThrow(
    "the export 'created' would be generated as created.ts, as 'created' of order/created.ts is: rename one of them",
  );
});

test('names that differ in nothing that a file system keeps go into one file', () => {
  expect(() => emit({ 'caf\u00e9': one, 'cafe\u0301': two })).toThrow('rename one of them');
  expect(() => emit({ userID: one, userId: two })).toThrow('rename one of them');
});

test('what the runtime is called is not taken from it', () => {
  expect(emit({ published: one, EventBus: two })).toEqual([
    'published-channel.ts',
    'event-bus-channel.ts',
    'client.ts',
    'index.ts',
  ]);
});

test('channels called like files of ours, or of some system, get another file', () => {
  expect(emit({ index: one, con: two })).toEqual(['index-channel.ts', 'con-channel.ts', 'client.ts', 'index.ts']);
});
