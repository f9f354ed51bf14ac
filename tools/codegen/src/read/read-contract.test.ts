import { defineChannel } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { CodegenError } from '../codegen-error.js';
import { canonicalJson } from '../model/canonical-json.js';
import type { LoadedExport } from './loaded-export.js';
import { readContract } from './read-contract.js';

const paid = defineChannel('order.paid', z.object({ id: z.uuid() }), { description: 'Paid.', key: 'id' });
const placed = defineChannel('order.placed', z.object({ id: z.uuid() })).evolve(
  z.object({ id: z.uuid(), n: z.int() }),
  {
    up: (v1) => ({ ...v1, n: 0 }),
  },
);

function exported(file: string, exportName: string, value: unknown): LoadedExport {
  return { file, exportName, value };
}

function problemsOf(channels: readonly LoadedExport[]): readonly string[] {
  try {
    readContract({ contract: 'shop', channels });
    return [];
  } catch (error) {
    if (!(error instanceof CodegenError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

describe('readContract', () => {
  test('gives the same JSON for the same definitions, sorted, whatever their order', () => {
    const channels = [
      exported('b.ts', 'placed', placed),
      exported('a.ts', 'paid', paid),
      exported('a.ts', 'helper', 1),
    ];
    const model = readContract({ contract: 'shop', channels });
    expect(canonicalJson(readContract({ contract: 'shop', channels: channels.toReversed() }))).toBe(
      canonicalJson(model),
    );
    expect(model).toMatchInlineSnapshot(`
      {
        "channels": [
          {
            "delivery": "broadcast",
            "description": "Paid.",
            "identifier": "paid",
            "key": "id",
            "name": "order.paid",
            "source": {
              "exportName": "paid",
              "file": "a.ts",
            },
            "versions": [
              {
                "minReader": 1,
                "schema": {
                  "kind": "object",
                  "properties": [
                    {
                      "name": "id",
                      "schema": {
                        "format": "uuid",
                        "kind": "string",
                      },
                    },
                  ],
                  "rest": "strip",
                },
                "version": 1,
              },
            ],
          },
          {
            "delivery": "broadcast",
            "identifier": "placed",
            "name": "order.placed",
            "source": {
              "exportName": "placed",
              "file": "b.ts",
            },
            "versions": [
              {
                "minReader": 1,
                "schema": {
                  "kind": "object",
                  "properties": [
                    {
                      "name": "id",
                      "schema": {
                        "format": "uuid",
                        "kind": "string",
                      },
                    },
                  ],
                  "rest": "strip",
                },
                "version": 1,
              },
              {
                "minReader": 1,
                "schema": {
                  "kind": "object",
                  "properties": [
                    {
                      "name": "id",
                      "schema": {
                        "format": "uuid",
                        "kind": "string",
                      },
                    },
                    {
                      "name": "n",
                      "schema": {
                        "format": "safeint",
                        "kind": "number",
                      },
                    },
                  ],
                  "rest": "strip",
                },
                "version": 2,
              },
            ],
          },
        ],
        "contract": "shop",
        "model": 1,
        "shapes": [],
      }
    `);
  });

  test('gives the same JSON whatever the order of shapes, and the layout of code', () => {
    const build = (even: unknown) => {
      const money = z.object({ amount: z.int() });
      const refined = money.refine(even as () => boolean);
      const value = defineChannel('a.b', z.object({ money, refined }));
      const shapes = [
        exported('s.ts', 'money', money),
        exported('r.ts', 'price', money),
        exported('s.ts', 'refined', refined),
      ];
      return (order: 'toSorted' | 'toReversed') =>
        canonicalJson(
          readContract({ contract: 'shop', channels: [exported('a.ts', 'ab', value)], shapes: shapes[order]() }),
        );
    };
    const tidy = build(new Function('return (value) => {\n  // Even.\n  return value.amount % 2 === 0;\n};')());
    const dense = build(new Function('return value=>{return value.amount%2===0}')());
    expect(new Set([tidy('toSorted'), tidy('toReversed'), dense('toSorted'), dense('toReversed')]).size).toBe(1);
    expect(tidy('toSorted')).toContain('"name": "Price"');
  });

  test('refuses two channels of one name', () => {
    const twin = defineChannel('order.paid', z.object({}));
    expect(problemsOf([exported('a.ts', 'paid', paid), exported('b.ts', 'twin', twin)])).toEqual([
      "is defined twice, as 'paid' of a.ts and 'twin' of b.ts: a name belongs to one channel; use .evolve() for a new version of it",
    ]);
  });

  test('refuses a channel that is exported twice, except by an index file', () => {
    expect(problemsOf([exported('a.ts', 'paid', paid), exported('a.ts', 'alias', paid)]).join()).toMatch(
      /exported twice/,
    );
    expect(problemsOf([exported('a.ts', 'paid', paid), exported('index.ts', 'paid', paid)])).toEqual([]);
  });

  test('refuses to read nothing', () => {
    expect(problemsOf([exported('a.ts', 'x', 1)]).join()).toMatch(/no channel was found/);
  });

  test.each([
    ['default', 'channels/message-sent.ts', 'messageSent'],
    ['delete', 'a.ts', 'deleteChannel'],
    ['bus', 'a.ts', 'busChannel'],
    ['odd name', 'a.ts', 'oddName'],
    ['$x', 'a.ts', '$x'],
  ])('names what is exported as %s of %s %s', (exportName, file, identifier) => {
    const { channels } = readContract({ contract: 'shop', channels: [exported(file, exportName, paid)] });
    expect(channels[0]?.identifier).toBe(identifier);
  });
});
