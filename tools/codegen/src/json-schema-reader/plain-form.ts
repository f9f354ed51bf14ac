import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { askingKeywords } from './annotations.js';
import { arrayForm } from './array-form.js';
import type { Conjunction } from './conjunction.js';
import { listedForm } from './listed-form.js';
import { simplerNegation } from './negation.js';
import { numberForm } from './number-form.js';
import { objectForm } from './object-form.js';
import { opaqueKeywords } from './opaque-keyword.js';
import { type Reading, withChecks } from './reading.js';
import { child, held, type SchemaNode } from './schema-node.js';
import { stringForm } from './string-form.js';
import { hasOpenEvaluation } from './unevaluated.js';
import { unionForm } from './union-form.js';
import { everyType, type ValueType, valuesNamed } from './value-types.js';

/** The form of schemas without choices: of each type that is left, what their keywords ask of it. */
export function plainForm(conjunction: Conjunction, reading: Reading): SchemaForm {
  const { own, types } = conjunction;
  const checks = own.flatMap((node) => opaqueChecks(node, reading));
  if (own.some((node) => valuesNamed(node) !== undefined)) return withChecks(listedForm(conjunction, reading), checks);
  const forms = types.flatMap((type) => formOfType(type, own, types, reading));
  const isAnything = types.length === everyType.length && forms.every(isBare);
  return withChecks(isAnything ? { kind: 'unknown' } : unionForm(forms), checks);
}

function formOfType(
  type: ValueType,
  own: readonly SchemaNode[],
  types: readonly ValueType[],
  { document, read }: Reading,
): readonly SchemaForm[] {
  switch (type) {
    case 'null':
    case 'boolean':
      return [{ kind: type }];
    case 'string':
      return [stringForm(own, document)];
    case 'array':
      return [arrayForm(own, document, read)];
    case 'object':
      return [objectForm(own, document, read)];
    case 'integer':
      return [numberForm(own, !types.includes('fraction'))];
    case 'fraction':
      // Both kinds of numbers are one form.
      return types.includes('integer') ? [] : [withChecks(numberForm(own, false), [notWhole])];
  }
}

const notWhole: ValueCheck = { check: 'refine', code: '{"not":{"type":"integer"}}' };

/** What is asked of values of any type, and the model can't say. */
function opaqueChecks(node: SchemaNode, { document }: Reading): readonly ValueCheck[] {
  const isOpen = held(node, '$dynamicRef') !== undefined || hasOpenEvaluation(node);
  const names = isOpen ? [askingKeywords(node)] : [];
  const negated = child(node, 'not');
  if (negated !== undefined && simplerNegation(document.inForce(negated)) === undefined) names.push(['not']);
  const isConditional = held(node, 'then') !== undefined || held(node, 'else') !== undefined;
  if (held(node, 'if') !== undefined && isConditional) {
    names.push(['if', 'then', 'else'].filter((name) => held(node, name) !== undefined));
  }
  return names.map((group) => opaqueKeywords(node, group, document));
}

/** Whether a form is all there is of its type. */
function isBare(form: SchemaForm): boolean {
  if (form.checks !== undefined) return false;
  switch (form.kind) {
    case 'null':
    case 'boolean':
      return true;
    case 'string':
    case 'number':
      return form.format === undefined;
    case 'array':
      return form.element.kind === 'unknown' && form.element.checks === undefined;
    case 'object':
      return form.rest === 'loose' && form.properties.every(({ schema }) => isAnyOrNone(schema));
    default:
      return false;
  }
}

function isAnyOrNone(form: SchemaForm): boolean {
  return form.kind === 'optional' && form.inner.kind === 'unknown' && form.inner.checks === undefined;
}
