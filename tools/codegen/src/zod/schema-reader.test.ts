import { brand } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { SchemaReader } from './schema-reader.js';
import { ShapeNames } from './shape-names.js';
import type { ZodNode } from './zod-node.js';

const place = { file: 'a.ts', channel: 'order.placed', identifier: 'orderPlaced' };

function readerOf(shapes: Readonly<Record<string, ZodNode>> = {}): SchemaReader {
  const exports = Object.entries(shapes).map(([exportName, value]) => ({ file: 's.ts', exportName, value }));
  return new SchemaReader(new ShapeNames(exports));
}

function namesOf(reader: SchemaReader): readonly string[] {
  return reader.shapes.map(({ name }) => name);
}

describe('shapes', () => {
  test('are called after their export, or their id, and referred to', () => {
    const user = z.object({ login: z.string() });
    const team = z.object({ members: z.array(user) }).meta({ id: 'acme.team' });
    const reader = readerOf({ user });
    expect(reader.readPayload(z.object({ team, by: user.nullable() }), place)).toMatchObject({
      properties: [
        { schema: { kind: 'ref', name: 'AcmeTeam' } },
        { schema: { kind: 'nullable', inner: { name: 'User' } } },
      ],
    });
    expect(namesOf(reader)).toEqual(['AcmeTeam', 'User']);
  });

  test('keep their name where they are described anew, with the new words', () => {
    const user = z.object({ login: z.string() }).describe('A user.');
    const reader = readerOf({ user });
    expect(reader.readPayload(z.object({ a: user, b: user.describe('Who paid.') }), place)).toMatchObject({
      properties: [{ schema: { kind: 'ref', name: 'User' } }, { schema: { name: 'User', description: 'Who paid.' } }],
    });
  });

  test('lose their name where checks are added', () => {
    const tags = z.array(z.string());
    expect(readerOf({ tags }).readPayload(z.object({ tags: tags.max(3) }), place)).toMatchObject({
      properties: [{ schema: { kind: 'array' } }],
    });
  });

  test('are not made of what needs no name', () => {
    const reader = readerOf({ webUrl: z.string() });
    reader.readPayload(z.object({ a: z.string() }), place);
    expect(namesOf(reader)).toEqual([]);
  });

  test('of one name and different content are refused', () => {
    const reader = readerOf();
    const schema = z.object({ a: z.enum(['a']).meta({ id: 'X' }), b: z.enum(['b']).meta({ id: 'X' }) });
    reader.readPayload(schema, place);
    expect(reader.problems).toEqual([
      {
        file: 'a.ts',
        channel: 'order.placed',
        path: 'payload.b',
        message: "is called 'X', as a different schema of this contract is: give one another name",
      },
    ]);
  });

  test('are made of brands; two brands of one name are not refused', () => {
    const reader = readerOf();
    reader.readPayload(z.object({ a: brand(z.uuid(), 'Id'), b: brand(z.string(), 'Id') }), place);
    expect(namesOf(reader)).toEqual(['Id']);
    expect(reader.problems).toEqual([]);
  });
});

describe('recursion', () => {
  test('becomes a shape, called after the channel and the place if it has no name', () => {
    const tree = z.object({
      get children() {
        return z.array(tree);
      },
    });
    const reader = readerOf();
    expect(reader.readPayload(z.object({ root: tree }), place)).toMatchObject({
      properties: [{ schema: { kind: 'ref', name: 'OrderPlacedPayloadRoot' } }],
    });
    expect(reader.shapes).toMatchObject([
      {
        name: 'OrderPlacedPayloadRoot',
        schema: { properties: [{ schema: { kind: 'array', element: { kind: 'ref' } } }] },
      },
    ]);
  });

  test('through z.lazy keeps a given name', () => {
    interface Node {
      next: Node | null;
    }
    const node: z.ZodType<Node> = z.object({ next: z.lazy(() => node).nullable() });
    const reader = readerOf({ node });
    expect(reader.readPayload(node, place)).toEqual({ kind: 'ref', name: 'Node' });
    expect(namesOf(reader)).toEqual(['Node']);
  });
});
