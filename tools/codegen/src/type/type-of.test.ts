import { bytes, isoDate, openEnum } from '@tidings/core/define';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { SchemaReader } from '../zod/schema-reader.js';
import { ShapeNames } from '../zod/shape-names.js';
import type { ZodNode } from '../zod/zod-node.js';
import { renderType } from './render-type.js';
import { ShapeIndex } from './shape-index.js';
import { type Side, typeOf } from './type-of.js';

function print(schema: ZodNode, side: Side): string {
  const reader = new SchemaReader(new ShapeNames([]));
  const form = reader.readPayload(schema, { file: 'a.ts', channel: 'a', identifier: 'a' });
  return renderType(typeOf(form, side, new ShapeIndex(reader)));
}

const message = z.object({
  id: z.uuid().describe('Its identity.'),
  role: openEnum(['user', 'assistant']),
  'reply-to': z.string().nullish(),
  parts: z.array(z.union([z.string(), z.object({ image: bytes })])).default([]),
  sentAt: isoDate,
});

test('what handlers get', () => {
  expect(print(message, 'data')).toMatchInlineSnapshot(`
    "{
      /** Its identity. */
      id: string;
      role: OpenEnum<'user' | 'assistant'>;
      'reply-to'?: string | null | undefined;
      parts: (
        | string
        | {
            image: Uint8Array;
          }
      )[];
      sentAt: Date;
    }"
  `);
});

test('what publishers give', () => {
  expect(print(message.pick({ parts: true, sentAt: true }), 'publish')).toMatchInlineSnapshot(`
    "{
      parts?: (
        | string
        | {
            image: Uint8Array;
          }
      )[] | undefined;
      sentAt: Date;
    }"
  `);
});

test('what travels', () => {
  expect(print(message.pick({ parts: true, sentAt: true }), 'wire')).toMatchInlineSnapshot(`
    "{
      /** @default [] */
      parts?: (
        | string
        | {
            image: string;
          }
      )[] | undefined;
      sentAt: string;
    }"
  `);
});

test('long unions take a line for each member', () => {
  expect(print(z.enum(['a', 'b'].map((letter) => letter.repeat(70)) as ['a', 'b']), 'data')).toMatch(
    /^\n {2}\| 'a+'\n {2}\| 'b+'$/,
  );
});
