import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';
import type { SchemaForm } from '../../src/model/schema-form.js';
import { validate } from '../../src/validate/validate.js';
import { as2020, asDraft7, deliveries, webhooks } from './webhooks.js';

const options: Options = { strict: false, logger: false };

describe.each([
  { draft: 'draft-07', document: asDraft7, ajv: new Ajv(options), keyword: 'definitions' },
  { draft: '2020-12', document: as2020, ajv: new Ajv2020(options), keyword: '$defs' },
])("GitHub's webhooks in $draft", ({ document, ajv, keyword }) => {
  const { schema, shapes } = readJsonSchema(document);
  const forms = new Map<string, SchemaForm>(
    schema.kind === 'object' ? schema.properties.map((property) => [property.name, property.schema]) : [],
  );
  formats.default(ajv).addSchema(document, 'webhooks');

  test('every definition is read, and none has anything that only JSON Schema knows', () => {
    expect([...forms.keys()]).toEqual(Object.keys(webhooks.definitions));
    expect(forms.size).toBe(344);
    expect(JSON.stringify(shapes)).not.toContain('"refine"');
  });

  test('what is real is taken and refused as by ajv', () => {
    const verdicts = { taken: 0, refused: 0 };
    const current = { taken: 0, refused: 0 };
    for (const { label, definition, payload } of deliveries) {
      const form = forms.get(definition);
      const isValid = ajv.getSchema(`webhooks#/${keyword}/${encodeURIComponent(definition)}`);
      if (form === undefined || isValid === undefined) throw new Error(`${definition} is not there`);
      const expected = isValid(payload) === true;
      expect([label, validate(form, payload, 'wire', shapes)]).toEqual([label, expected ? 'fits' : 'fails']);
      verdicts[expected ? 'taken' : 'refused'] += 1;
      if (label.startsWith('api.github.com')) current[expected ? 'taken' : 'refused'] += 1;
    }
    // What older servers send lacks much.
    expect(verdicts).toEqual({ taken: 281, refused: 420 });
    expect(current).toEqual({ taken: 276, refused: 53 });
  });
});
