import { formatPattern, regExpOf } from '../model/format-pattern.js';
import type { LiteralValue, SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from './form-index.js';

const anything = '[\\s\\S]{0,}';

/** The pattern that a template stands for, as zod makes it of the patterns of its parts. */
export function templatePattern(form: Extract<SchemaForm, { kind: 'template' }>, forms: FormIndex): RegExp {
  return forms.once('pattern', form, /^(?!)/, () => new RegExp(`^${templateSource(form, forms)}$`));
}

function templateSource({ parts }: Extract<SchemaForm, { kind: 'template' }>, forms: FormIndex): string {
  return parts.map((part) => ('text' in part ? escaped(part.text) : sourceOf(part, forms))).join('');
}

function sourceOf(form: SchemaForm, forms: FormIndex): string {
  switch (form.kind) {
    case 'string':
    case 'openEnum':
      return textSource(form);
    case 'number': {
      const formats = [form.format, ...(form.checks ?? []).map((check) => 'format' in check && check.format)];
      const isInteger = formats.some((format) => typeof format === 'string' && format.includes('int'));
      return isInteger ? '-?\\d+' : '-?\\d+(?:\\.\\d+)?';
    }
    case 'bigint':
      return '-?\\d+n?';
    case 'boolean':
      return '(?:true|false)';
    case 'null':
    case 'undefined':
      return form.kind;
    case 'literal':
      return `(${form.values.map(literalSource).join('|')})`;
    case 'enum':
      return `(${form.values.map((value) => escaped(String(value))).join('|')})`;
    case 'template':
      return templateSource(form, forms);
    case 'union':
      return `(${form.options.map((option) => sourceOf(option, forms)).join('|')})`;
    case 'optional':
      return form.exact ? sourceOf(form.inner, forms) : `(${sourceOf(form.inner, forms)})?`;
    case 'nullable':
      return `(${sourceOf(form.inner, forms)}|null)`;
    case 'lazy':
    case 'brand':
      return sourceOf(form.inner, forms);
    case 'ref':
      return sourceOf(forms.schemaOf(form.name), forms);
    default:
      // zod refuses any other part when the template is defined.
      return '(?!)';
  }
}

/** A string's own pattern, else its last one, else its length. */
function textSource(form: Extract<SchemaForm, { kind: 'string' | 'number' | 'bigint' | 'openEnum' }>): string {
  const format = 'format' in form ? form.format : undefined;
  let pattern = format === undefined ? undefined : formatPattern(format, 'details' in form ? form.details : {});
  let [low, high]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const check of form.checks ?? []) {
    if (check.check === 'pattern') pattern = regExpOf(check.pattern);
    if (check.check === 'format') pattern = formatPattern(check.format, check.details) ?? pattern;
    if (check.check === 'lowercase' || check.check === 'uppercase') pattern = formatPattern(check.check) ?? pattern;
    if (check.check === 'includes') pattern = new RegExp(includesSource(check.text, check.position));
    if (check.check === 'startsWith') pattern = new RegExp(`^${escaped(check.text)}.*`);
    if (check.check === 'endsWith') pattern = new RegExp(`.*${escaped(check.text)}$`);
    if (check.check === 'minLength' || check.check === 'length') low = Math.max(low ?? check.value, check.value);
    if (check.check === 'maxLength' || check.check === 'length') high = Math.min(high ?? check.value, check.value);
  }
  if (pattern !== undefined) return clean(pattern.source);
  if (low === undefined && high === undefined) return anything;
  return low !== undefined && high !== undefined && low > high ? '(?!)' : `[\\s\\S]{${low ?? 0},${high ?? ''}}`;
}

function includesSource(text: string, position: number | undefined): string {
  return position === undefined ? escaped(text) : `^.{${position},}${escaped(text)}`;
}

function literalSource(value: LiteralValue): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'object' && value !== null) return 'bigint' in value ? escaped(value.bigint) : 'undefined';
  return value ? escaped(String(value)) : String(value);
}

/** Without what ties a pattern to the whole text. */
function clean(source: string): string {
  return source.replace(/^\^/, '').replace(/\$$/, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
