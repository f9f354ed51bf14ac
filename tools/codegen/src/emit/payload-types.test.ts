import { defineChannel, isoDate } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { plannedChannel } from '../../test/plan-of.js';
import { exportedType } from './declarations.js';

function typesOf(channel: unknown, shapes: Readonly<Record<string, unknown>> = {}): string {
  const { types } = plannedChannel('placed', channel, shapes).types;
  return types.map(({ name, text, doc }) => exportedType(name, text, doc)).join('\n\n');
}

describe('payloadTypes', () => {
  test('writes sides that read alike once', () => {
    expect(typesOf(defineChannel('a', z.object({ id: z.string() })))).toMatchInlineSnapshot(`
      "/** What handlers of \`a\` receive. */
      export type PlacedData = {
        id: string;
      };

      /** What publishers of \`a\` give. */
      export type PlacedPublish = PlacedData;

      /** The JSON form of \`a\`, version 1. */
      export type PlacedWire = PlacedData;"
    `);
  });

  test('writes every side of every version', () => {
    const V1 = z.object({ id: z.string() });
    const V2 = z.object({ id: z.string(), at: isoDate, note: z.string().default('') });
    const channel = defineChannel('a', V1).evolve(V2, { up: (v1) => ({ ...v1, at: '2020-01-01T00:00:00Z' }) });
    expect(typesOf(channel)).toMatchInlineSnapshot(`
      "/** What handlers of \`a\` receive. */
      export type PlacedData = {
        id: string;
        at: Date;
        note: string;
      };

      /** What publishers of \`a\` give. What has a default may be left out. */
      export type PlacedPublish = {
        id: string;
        at: Date;
        /** @default "" */
        note?: string | undefined;
      };

      /** The JSON form of \`a\`, version 2. */
      export type PlacedWire = {
        id: string;
        at: string;
        /** @default "" */
        note?: string | undefined;
      };

      /** What handlers received when version 1 was the latest. */
      export type PlacedV1Data = {
        id: string;
      };

      /** What publishers gave when version 1 was the latest. */
      export type PlacedV1Publish = PlacedV1Data;

      /** The JSON form of version 1, which older publishers send. */
      export type PlacedV1Wire = PlacedV1Data;"
    `);
  });

  test('gives the options of a discriminated union names; sides share those that read alike', () => {
    const paid = z.object({ state: z.literal('paid'), at: isoDate }).describe('It is paid.');
    const open = z.object({ state: z.enum(['new', 'on hold']) });
    const lost = z.object({ state: z.literal('lost'), why: z.string() }).meta({ deprecated: true });
    const channel = defineChannel('a', z.discriminatedUnion('state', [paid, open, lost]));
    expect(typesOf(channel)).toMatchInlineSnapshot(`
      "/** What handlers of \`a\` receive. */
      export type PlacedData = PlacedDataPaid | PlacedDataNewOrOnHold | PlacedDataLost;

      /**
       * It is paid.
       *
       * {@link PlacedData} whose \`state\` is \`'paid'\`.
       */
      export type PlacedDataPaid = {
        state: 'paid';
        at: Date;
      };

      /** {@link PlacedData} whose \`state\` is \`'new'\` or \`'on hold'\`. */
      export type PlacedDataNewOrOnHold = {
        state: 'new' | 'on hold';
      };

      /**
       * {@link PlacedData} whose \`state\` is \`'lost'\`.
       *
       * @deprecated
       */
      export type PlacedDataLost = {
        state: 'lost';
        why: string;
      };

      /** What publishers of \`a\` give. */
      export type PlacedPublish = PlacedData;

      /** The JSON form of \`a\`, version 1. */
      export type PlacedWire = PlacedWirePaid | PlacedDataNewOrOnHold | PlacedDataLost;

      /**
       * It is paid.
       *
       * {@link PlacedWire} whose \`state\` is \`'paid'\`.
       */
      export type PlacedWirePaid = {
        state: 'paid';
        at: string;
      };"
    `);
  });

  test('leaves options where they are if their values make no name, or the same', () => {
    const options = ['?', 'a-b', 'a b', 'x'.repeat(61)].map((type) => z.object({ type: z.literal(type) }));
    const channel = defineChannel('a', z.discriminatedUnion('type', options as [(typeof options)[0]]));
    expect(typesOf(channel)).toMatchInlineSnapshot(`
      "/** What handlers of \`a\` receive. */
      export type PlacedData =
        | {
            type: '?';
          }
        | {
            type: 'a-b';
          }
        | {
            type: 'a b';
          }
        | {
            type: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
          };

      /** What publishers of \`a\` give. */
      export type PlacedPublish = PlacedData;

      /** The JSON form of \`a\`, version 1. */
      export type PlacedWire = PlacedData;"
    `);
  });

  test('calls options that are shapes by their names', () => {
    const paid = z.object({ state: z.literal('paid') });
    const open = z.object({ state: z.literal('open') });
    const channel = defineChannel('a', z.discriminatedUnion('state', [paid, open]));
    expect(typesOf(channel, { paid })).toContain('export type PlacedData = Paid | PlacedDataOpen;');
  });

  test('documents what the definition says, at every level', () => {
    const schema = z
      .object({
        id: z.string().meta({ description: 'Its identity.', examples: ['a', 'b'] }),
        at: isoDate.meta({ title: 'When.', examples: ['2020-01-01T00:00:00Z'] }),
        locale: z.string().default('und').meta({ description: 'The language.' }),
        old: z.string().optional().meta({ deprecated: true }),
      })
      .meta({ examples: [{ id: 'a', at: '2020-01-01T00:00:00Z' }] });
    const options = { description: 'An order was placed.', deprecated: 'Read another.' };
    expect(typesOf(defineChannel('a', schema, options))).toMatchInlineSnapshot(`
      "/**
       * An order was placed.
       *
       * What handlers of \`a\` receive.
       *
       * @deprecated Read another.
       */
      export type PlacedData = {
        /**
         * Its identity.
         *
         * @example "a"
         * @example "b"
         */
        id: string;
        /** When. */
        at: Date;
        /** The language. */
        locale: string;
        /** @deprecated */
        old?: string | undefined;
      };

      /**
       * What publishers of \`a\` give. What has a default may be left out.
       *
       * @deprecated Read another.
       */
      export type PlacedPublish = {
        /**
         * Its identity.
         *
         * @example "a"
         * @example "b"
         */
        id: string;
        /** When. */
        at: Date;
        /**
         * The language.
         *
         * @default "und"
         */
        locale?: string | undefined;
        /** @deprecated */
        old?: string | undefined;
      };

      /**
       * The JSON form of \`a\`, version 1.
       *
       * @deprecated Read another.
       * @example { "id": "a", "at": "2020-01-01T00:00:00Z" }
       */
      export type PlacedWire = {
        /**
         * Its identity.
         *
         * @example "a"
         * @example "b"
         */
        id: string;
        /**
         * When.
         *
         * @example "2020-01-01T00:00:00Z"
         */
        at: string;
        /**
         * The language.
         *
         * @default "und"
         */
        locale?: string | undefined;
        /** @deprecated */
        old?: string | undefined;
      };"
    `);
  });
});
