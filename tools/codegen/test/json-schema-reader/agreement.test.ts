import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodegenError } from '../../src/codegen-error.js';
import type { Draft } from '../../src/json-schema-reader/draft.js';
import { type ReadSchema, readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';
import { validate } from '../../src/validate/validate.js';
import { seed } from '../compare/relatives.js';
import { documentsOf, someJson } from './arbitrary-json-schema.js';

const options: Options = { strict: false, logger: false };

function judgeOf(document: object, draft: Draft): (value: unknown) => boolean {
  const ajv = draft === 'draft-07' ? new Ajv(options) : new Ajv2020(options);
  formats.default(ajv);
  const isValid = ajv.compile(document);
  return (value) => isValid(value) === true;
}

/** Undefined for a schema that is nothing but a reference to itself. */
function read(document: object): ReadSchema | undefined {
  try {
    return readJsonSchema(document);
  } catch (error) {
    if (error instanceof CodegenError && error.message.includes('by itself alone')) return undefined;
    throw error;
  }
}

test.each<Draft>(['draft-07', '2020-12'])('what is read of %s takes what ajv takes', { timeout: 120_000 }, (draft) => {
  const count = { fits: 0, fails: 0, unknown: 0 };
  const values = fc.array(someJson, { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(documentsOf(draft), values, (document, payloads) => {
      const form = read(document);
      fc.pre(form !== undefined);
      const takes = judgeOf(document, draft);
      for (const payload of payloads) {
        const verdict = validate(form.schema, payload, 'wire', form.shapes);
        count[verdict] += 1;
        if (verdict === 'unknown') continue;
        const asExpected = takes(payload) === (verdict === 'fits');
        expect(asExpected, `${JSON.stringify(payload)} ${verdict} ${JSON.stringify(form)}`).toBe(true);
      }
    }),
    { numRuns: 500, seed },
  );
  expect(Math.min(count.fits, count.fails)).toBeGreaterThan(1_500);
  // Where keywords took part that the model only names.
  expect(count.unknown).toBeLessThan((count.fits + count.fails) / 4);
});
