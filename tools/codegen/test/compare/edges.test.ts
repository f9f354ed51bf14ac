import { expect, test } from 'vitest';
import { includes } from '../../src/compare/includes.js';
import type { SchemaForm } from '../../src/model/schema-form.js';

test('what is beyond the edge of an option is tried, whichever option it is', () => {
  const least = { check: 'min', value: 1 } as const;
  const writer: SchemaForm = { kind: 'number', checks: [least] };
  const whole: SchemaForm = { kind: 'number', format: 'integer' };
  const few: SchemaForm = { kind: 'number', checks: [least, { check: 'max', value: 8 }] };
  const reader: SchemaForm = { kind: 'union', options: [whole, few] };
  expect(includes({ form: writer, shapes: [] }, { form: reader, shapes: [] })).toMatchObject({
    verdict: 'no',
    payload: 8.5,
  });
});
