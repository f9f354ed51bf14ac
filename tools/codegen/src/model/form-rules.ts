import { checkFields, detailsRule, opaqueRule, tagged, truth } from './check-rules.js';
import { digits, either, fields, finite, flag, has, json, list, oneOf, optional, type Rule, text } from './rule.js';
import type { FormFacts, SchemaForm } from './schema-form.js';

type FormOf<K> = SchemaForm extends infer F ? (F extends { kind: infer Q } ? (K extends Q ? F : never) : never) : never;

/** What a form has to be. */
export const formRule: Rule = (value, path, report) => formsRule(value, path, report);

const form = formRule;
const forms = list(form);
const none = {};
const numeric = { format: optional(text), details: optional(detailsRule) };
const inner = { inner: form };
const isText = (value: unknown): boolean => typeof value === 'string';

const literal = either(
  [
    [has('bigint'), fields({ bigint: digits })],
    [has('undefined'), fields({ undefined: oneOf(true) })],
    [(value) => value === null || isText(value) || typeof value === 'boolean', json],
  ],
  finite,
);
const constant = either([[has('dynamic'), fields({ dynamic: oneOf(true) })]], fields({ json }));
const valued = { inner: form, value: constant };
const via = either(
  [
    [isText, oneOf('isoDate', 'bytes', 'bigIntString', 'same')],
    [has('truthy'), fields({ truthy: list(text), falsy: list(text), caseSensitive: flag })],
  ],
  fields({ decode: opaqueRule, encode: opaqueRule }),
);

/** The fields of each kind, but for `kind` and what every form may have. A kind or field that is added needs its rule. */
export const kindFields: {
  readonly [K in SchemaForm['kind']]: { readonly [F in Exclude<keyof FormOf<K>, 'kind' | keyof FormFacts>]-?: Rule };
} = {
  string: numeric,
  number: numeric,
  bigint: numeric,
  boolean: none,
  null: none,
  unknown: none,
  any: none,
  never: none,
  json: none,
  date: none,
  undefined: none,
  void: none,
  nan: none,
  symbol: none,
  file: none,
  literal: { values: list(literal) },
  enum: { values: list(either([[isText, text]], finite)) },
  openEnum: { values: list(text) },
  template: { parts: list(either([[has('text'), fields({ text })]], form)) },
  object: {
    properties: list(fields({ name: text, schema: form })),
    rest: either([[isText, oneOf('strip', 'strict', 'loose')]], form),
  },
  record: { key: form, value: form, partial: flag, loose: truth },
  array: { element: form },
  set: { element: form },
  map: { key: form, value: form },
  tuple: { items: forms, rest: optional(form) },
  union: { options: forms, discriminator: optional(text), exclusive: truth, fallback: truth },
  intersection: { left: form, right: form },
  optional: { inner: form, exact: flag },
  nullable: inner,
  nonoptional: inner,
  readonly: inner,
  lazy: inner,
  default: valued,
  prefault: valued,
  catch: valued,
  codec: { wire: form, data: form, via },
  brand: { name: text, inner: form },
  instance: { class: text },
  ref: { name: text },
};

/** What every form may have. */
export const factFields: { readonly [F in keyof FormFacts]-?: Rule } = {
  title: optional(text),
  description: optional(text),
  deprecated: truth,
  examples: optional(list(json, 1)),
  checks: optional(list(tagged('check', checkFields(form)), 1)),
};

const formsRule = tagged(
  'kind',
  Object.fromEntries(Object.entries(kindFields).map(([kind, rules]) => [kind, { ...factFields, ...rules }])),
);
