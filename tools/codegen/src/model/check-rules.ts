import { knownPatternNames } from './known-patterns.js';
import {
  count,
  digits,
  either,
  type Fields,
  fields,
  finite,
  has,
  isRecord,
  list,
  moment,
  oneOf,
  optional,
  type Rule,
  shown,
  text,
} from './rule.js';
import type { FormatDetails, ValueCheck } from './value-check.js';

/** A field that is there if it is true. */
export const truth: Rule = optional(oneOf(true));

/** What an opaque fact has to be. */
export const opaqueRule: Rule = fields({ code: optional(text) });

const patternRule: Rule = either(
  [[has('known'), fields({ known: oneOf(...knownPatternNames) })]],
  (value, path, report) => {
    fields({ source: text, flags: optional(text) })(value, path, report);
    if (!isRecord(value) || typeof value.source !== 'string') return;
    try {
      new RegExp(value.source, typeof value.flags === 'string' ? value.flags : '');
    } catch (error) {
      report(path, `holds no regular expression: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
);

/** What may narrow a format. */
export const detailFields: { readonly [F in keyof FormatDetails]-?: Rule } = {
  version: optional(text),
  precision: optional(count),
  offset: truth,
  local: truth,
  delimiter: optional(text),
  length: optional(count),
  algorithm: optional(text),
  hostname: optional(patternRule),
  protocol: optional(patternRule),
  normalize: truth,
  pattern: optional(patternRule),
  test: optional(opaqueRule),
};

/** What the details of a format have to be. */
export const detailsRule: Rule = fields(detailFields);

const big = fields({ bigint: digits });
const bound = either(
  [
    [has('bigint'), big],
    [has('date'), fields({ date: moment })],
  ],
  finite,
);
const size = { value: finite };

type CheckOf<C> = ValueCheck extends infer V
  ? V extends { check: infer Q }
    ? C extends Q
      ? V
      : never
    : never
  : never;

/** The fields of each check, but for `check`. A check or a field that is added does not compile without its rule. */
export function checkFields(form: Rule): {
  readonly [C in ValueCheck['check']]: { readonly [F in Exclude<keyof CheckOf<C>, 'check'>]-?: Rule };
} {
  const limit = { value: bound, exclusive: truth };
  return {
    min: limit,
    max: limit,
    multipleOf: { value: either([[has('bigint'), big]], finite) },
    minLength: size,
    maxLength: size,
    length: size,
    minSize: size,
    maxSize: size,
    size,
    format: { format: text, details: optional(detailsRule) },
    pattern: { pattern: patternRule },
    includes: { text, position: optional(count) },
    startsWith: { text },
    endsWith: { text },
    lowercase: {},
    uppercase: {},
    property: { name: text, schema: form },
    mime: { types: list(text) },
    refine: { code: optional(text) },
  };
}

/** An object whose fields depend on one of them. */
export function tagged(tag: string, rules: Readonly<Record<string, Fields>>): Rule {
  const made = new Map(Object.entries(rules).map(([name, rule]) => [name, fields({ ...rule, [tag]: text })]));
  return (value, path, report) => {
    if (!isRecord(value)) return report(path, `expected an object, found ${shown(value)}`);
    const name = value[tag];
    const rule = typeof name === 'string' ? made.get(name) : undefined;
    if (rule !== undefined) return rule(value, path, report);
    report(path, `has the ${tag} ${shown(name)}, which this format does not have`);
  };
}
