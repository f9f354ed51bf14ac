import { defineChannel } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ContractModel } from '../model/contract-model.js';
import { readContract } from '../read/read-contract.js';
import { emitClientChanges } from './client-changes.js';
import { emitClient } from './client-emitter.js';

const options = { output: 'src/generated' };
const user = z.object({ name: z.string(), since: z.string().default('ever') });
const now = z.object({ user });

function modelOf(channels: Readonly<Record<string, unknown>>): ContractModel {
  const exports = Object.entries({ other: defineChannel('other.happened', z.object({ user })), ...channels });
  return readContract({
    contract: 'shop',
    channels: exports.map(([exportName, value]) => ({ file: `src/channels/${exportName}.ts`, exportName, value })),
    shapes: [{ file: 'src/shapes/user.ts', exportName: 'user', value: user }],
  });
}

/** The model after a change, with everything that the change does not reach as it was. */
function changed(before: ContractModel, channels: Readonly<Record<string, unknown>>): ContractModel {
  const after = modelOf(channels);
  const was = new Map(before.channels.map((channel) => [JSON.stringify(channel), channel]));
  return { ...before, channels: after.channels.map((channel) => was.get(JSON.stringify(channel)) ?? channel) };
}

const joined = <S extends z.ZodObject>(payload: S, description = 'A user joined.') =>
  defineChannel('user.joined', payload, { description });

describe('the files that a change may change', () => {
  test.each([
    ['a property more', joined(z.object({ user, at: z.iso.datetime() }))],
    ['a shape less', joined(z.object({ name: z.string() }))],
    ['another description', joined(now, 'Somebody came.')],
  ])('%s: they and those that are kept are the whole client', (_, channel) => {
    const before = modelOf({ joined: joined(now) });
    const after = changed(before, { joined: channel });
    const changes = emitClientChanges({ before, after }, options);
    expect(changes?.map(({ path }) => path)).toEqual(['joined.ts', 'client.ts']);
    const files = new Map(
      [...emitClient(before, options), ...(changes ?? [])].map(({ path, content }) => [path, content]),
    );
    expect(files).toEqual(new Map(emitClient(after, options).map(({ path, content }) => [path, content])));
  });

  test('names that come or go make it the whole client', () => {
    const before = modelOf({ joined: joined(now) });
    const told = z.discriminatedUnion('type', [
      z.object({ type: z.literal('new'), user }),
      z.object({ type: z.literal('back'), user }),
    ]);
    const after = changed(before, { joined: defineChannel('user.joined', told) });
    expect(emitClientChanges({ before, after }, options)).toBeUndefined();
  });

  test('so does a channel that comes, or a version', () => {
    const before = modelOf({ joined: joined(now) });
    const more = changed(before, { joined: joined(now), left: defineChannel('user.left', z.object({ user })) });
    expect(emitClientChanges({ before, after: more }, options)).toBeUndefined();
    const evolved = joined(now).evolve(z.object({ user, at: z.string() }), { up: (v1) => ({ ...v1, at: '' }) });
    const after = changed(before, { joined: evolved });
    expect(emitClientChanges({ before, after }, options)).toBeUndefined();
  });
});
