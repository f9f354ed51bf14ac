import { describe, expect, test } from 'vitest';
import type { SchemaForm } from '../model/schema-form.js';
import { FormPool } from './form-pool.js';

const text: SchemaForm = { kind: 'string', checks: [{ check: 'maxLength', value: 1 }] };
const objectOf = (schema: SchemaForm): SchemaForm => ({
  kind: 'object',
  properties: [{ name: 'a', schema }],
  rest: 'strip',
});

test('what says the same is the same', () => {
  const pool = new FormPool();
  expect(pool.earlier(objectOf({ ...text }))).toBe(pool.earlier(objectOf({ ...text })));
  expect(pool.later(objectOf({ ...text }))).toBe(pool.earlier(objectOf({ ...text })));
  expect(pool.earlier(pool.earlier(text))).toBe(pool.earlier(text));
});

test.each([
  [
    { kind: 'literal', values: [1, '1'] },
    { kind: 'literal', values: ['1', 1] },
  ],
  [
    { kind: 'literal', values: [{ undefined: true }, 0] },
    { kind: 'literal', values: [0, { undefined: true }] },
  ],
  [
    { kind: 'literal', values: [{ undefined: true }, 1] },
    { kind: 'literal', values: [{ undefined: true }, 2] },
  ],
  [
    { kind: 'tuple', items: [] },
    { kind: 'union', options: [] },
  ],
] as const)('what does not say the same is not: %j and %j', (one, other) => {
  const pool = new FormPool();
  const [first, second] = [pool.earlier<SchemaForm>(one), pool.earlier<SchemaForm>(other)];
  expect([first, second]).toEqual([one, other]);
  expect(first).not.toBe(second);
});

test('numbers of parts are not taken for numbers', () => {
  const pool = new FormPool();
  const forms = Array.from({ length: 20 }, (_, value): SchemaForm => ({ kind: 'literal', values: [value] }));
  const lists = forms.map((element): SchemaForm => ({ kind: 'union', options: [element, text] }));
  for (const form of [...lists, ...forms]) expect(pool.earlier(form)).toEqual(form);
});

describe('shapes', () => {
  const shape = (name: string, schema: SchemaForm): { readonly name: string; readonly schema: SchemaForm } => ({
    name,
    schema,
  });
  const pool = new FormPool((name) => name === 'New');
  const refersTo = (name: string): SchemaForm => ({ kind: 'array', element: { kind: 'ref', name } });

  test('have another name if they are new, wherever they are named', () => {
    const shapes = pool.shapes(
      [shape('Old', text), shape('New', text)],
      [shape('Old', text), shape('New', refersTo('New'))],
    );
    expect(shapes.map(({ name }) => name)).toEqual(['Old', 'New', 'new New']);
    expect(shapes[2]?.schema).toEqual(refersTo('new New'));
    expect(pool.later(refersTo('Old'))).toEqual(refersTo('Old'));
    expect(pool.earlier(refersTo('New'))).toEqual(refersTo('New'));
    expect(FormPool.of(shapes)).toBe(pool);
  });

  test('are not named by what an event may be', () => {
    const schema: SchemaForm = { kind: 'default', inner: text, value: { json: { kind: 'ref', name: 'New' } } };
    expect(pool.later(schema)).toEqual(schema);
  });
});
