import assert from 'node:assert/strict';
import { type Channel, decodeData, isTidingsError } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { emitAsyncApi } from '../../src/asyncapi/async-api-emitter.js';
import { emitJsonSchemas } from '../../src/json-schema/json-schema-emitter.js';
import { readContract } from '../../src/read/read-contract.js';
import { arbitrarySchema } from './arbitrary-schema.js';

/** A schema's channel, and what its JSON Schema and its AsyncAPI document say of payloads. */
interface Judges {
  readonly channel: (wire: unknown) => boolean;
  readonly jsonSchema: (wire: unknown) => boolean;
  readonly asyncApi: (wire: unknown) => boolean;
}

const options: Options = {
  strict: false,
  // The names of formats are for people and tools: the patterns decide.
  validateFormats: false,
  // Otherwise every object has a `constructor`.
  ownProperties: true,
};

function judgesOf(schema: z.ZodType): Judges {
  const value: Channel = defineChannel('kind.one', schema);
  const model = readContract({ contract: 'kinds', channels: [{ file: 'one.ts', exportName: 'one', value }] });
  const [file] = emitJsonSchemas(model);
  const [document] = emitAsyncApi(model);
  const payload = new Ajv2020(options).compile(JSON.parse(file?.content ?? ''));
  const message = new Ajv(options)
    .addSchema(JSON.parse(document?.content ?? ''), 'document')
    .compile({ $ref: 'document#/components/messages/OneV1/payload/schema' });
  return {
    channel: (wire) => accepts(value, wire),
    jsonSchema: (wire) => payload(wire),
    asyncApi: (data) => message({ specversion: '1.0', id: '1', source: '/a', type: 'kind.one', dataversion: 1, data }),
  };
}

function accepts(channel: Channel, wire: unknown): boolean {
  try {
    decodeData(channel, wire);
    return true;
  } catch (error) {
    if (isTidingsError(error, 'invalid_payload')) return false;
    throw error;
  }
}

/** What fits, mostly, and what has nothing to do with it. */
const payloads = arbitrarySchema.chain(({ schema, wire }) =>
  fc.record({
    schema: fc.constant(schema),
    wires: fc.array(fc.oneof({ weight: 4, arbitrary: wire }, fc.jsonValue()), { minLength: 6, maxLength: 6 }),
  }),
);

test('JSON Schema and AsyncAPI take what the channel takes, and refuse what it refuses', () => {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(payloads, ({ schema, wires }) => {
      const judges = judgesOf(schema);
      for (const wire of wires) {
        const text = JSON.stringify(wire);
        // No payload may have such a key, whatever its schema.
        if (text.includes('"__proto__"')) continue;
        const travelled: unknown = JSON.parse(text);
        const expected = judges.channel(travelled);
        assert.equal(judges.jsonSchema(travelled), expected, `JSON Schema: ${text}`);
        assert.equal(judges.asyncApi(travelled), expected, `AsyncAPI: ${text}`);
        if (expected) taken += 1;
        else refused += 1;
      }
    }),
    { numRuns: 400 },
  );
  // Agreeing on nothing but refusals would prove little.
  expect(Math.min(taken, refused)).toBeGreaterThan(300);
});
