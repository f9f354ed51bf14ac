import { defineChannel } from '@tidings/core/define';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emitJsonSchemas } from '../../src/json-schema/json-schema-emitter.js';
import { readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';
import { latestVersion } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';
import { validate } from '../../src/validate/validate.js';
import { seed } from '../compare/relatives.js';
import { arbitrarySchema } from '../json-schema/arbitrary-schema.js';

const samples = arbitrarySchema.chain(({ schema, wire }) =>
  fc.record({
    schema: fc.constant(schema),
    wires: fc.array(fc.oneof({ weight: 4, arbitrary: wire }, fc.jsonValue()), { minLength: 6, maxLength: 6 }),
  }),
);

test('what was written as JSON Schema is read back to what takes the same', { timeout: 120_000 }, () => {
  const count = { fits: 0, fails: 0, unknown: 0 };
  fc.assert(
    fc.property(samples, ({ schema, wires }) => {
      const value = defineChannel('kind.one', schema);
      const model = readContract({ contract: 'kinds', channels: [{ file: 'one.ts', exportName: 'one', value }] });
      const [channel] = model.channels;
      const [file] = emitJsonSchemas(model);
      if (channel === undefined || file === undefined) throw new Error('nothing was written');
      const form = readJsonSchema(JSON.parse(file.content));
      for (const wire of wires) {
        const text = JSON.stringify(wire);
        // No payload may have such a key, whatever its schema.
        if (text.includes('"__proto__"')) continue;
        const travelled: unknown = JSON.parse(text);
        const [before, after] = [
          validate(latestVersion(channel).schema, travelled, 'wire', model.shapes),
          validate(form.schema, travelled, 'wire', form.shapes),
        ];
        count[after] += 1;
        if (before === 'unknown' || after === 'unknown') continue;
        expect(after, `${text} for ${file.content}`).toBe(before);
      }
    }),
    { numRuns: 500, seed },
  );
  expect(Math.min(count.fits, count.fails)).toBeGreaterThan(200);
  expect(count.unknown).toBeLessThan((count.fits + count.fails) / 20);
});
