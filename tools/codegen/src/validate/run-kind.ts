import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from './absence.js';
import { isJson } from './is-json.js';
import { failing, fails, failsCleanly, fitting, type Outcome, undecided } from './outcome.js';
import { isInstance } from './plain-values.js';
import { literalOf } from './possible-values.js';
import { runCodec } from './run-codec.js';
import { runIntersection } from './run-intersection.js';
import { runArray, runMap, runSet } from './run-list.js';
import { runObject } from './run-object.js';
import { runRecord } from './run-record.js';
import { runTuple } from './run-tuple.js';
import { runUnion } from './run-union.js';
import { runCatch, runDefault, runPrefault, runReadonly, runRequired } from './run-wrapper.js';
import { templatePattern } from './template-pattern.js';
import type { Validation } from './validation.js';

/** Holds a value against a form, its checks aside. Exhaustive: a kind that is added does not compile without its rule. */
export function runKind(form: SchemaForm, value: unknown, validation: Validation): Outcome {
  const { forms } = validation;
  switch (form.kind) {
    case 'string':
    case 'openEnum':
      return accept(value, typeof value === 'string');
    case 'number':
      return accept(value, Number.isFinite(value));
    case 'boolean':
      return accept(value, typeof value === 'boolean');
    case 'bigint':
      return accept(value, typeof value === 'bigint');
    case 'symbol':
      return accept(value, typeof value === 'symbol');
    case 'null':
      return accept(value, value === null);
    case 'undefined':
    case 'void':
      return accept(value, value === undefined);
    case 'nan':
      return accept(value, Number.isNaN(value));
    case 'date':
      return accept(value, value instanceof Date && !Number.isNaN(value.getTime()));
    case 'file':
      return accept(value, isInstance(value, 'File'));
    case 'unknown':
    case 'any':
    case 'instance':
      return fitting(value);
    case 'never':
      return failing;
    case 'json':
      return accept(value, isJson(value));
    case 'literal':
      return accept(value, form.values.map(literalOf).includes(value));
    case 'enum':
      return accept(value, (form.values as readonly unknown[]).includes(value));
    case 'template':
      return accept(value, typeof value === 'string' && templatePattern(form, forms).test(value));
    case 'object':
      return runObject(form, value, validation);
    case 'record':
      return runRecord(form, value, validation);
    case 'array':
      return runArray(form.element, value, validation);
    case 'set':
      return runSet(form.element, value, validation);
    case 'map':
      return runMap(form, value, validation);
    case 'tuple':
      return runTuple(form, value, validation);
    case 'union':
      return runUnion(form, value, validation);
    case 'intersection':
      return runIntersection(validation.run(form.left, value), validation.run(form.right, value));
    case 'optional': {
      if (form.exact || value !== undefined) return validation.run(form.inner, value);
      if (mayBeAbsent(form.inner, forms) !== 'defaulted') return fitting(undefined);
      const inner = validation.run(form.inner, value);
      return failsCleanly(inner) ? fitting(undefined) : fails(inner) ? undecided : inner;
    }
    case 'nullable':
      return value === null ? fitting(null) : validation.run(form.inner, value);
    case 'nonoptional':
      return runRequired(validation.run(form.inner, value));
    case 'default':
      return runDefault(form, value, validation);
    case 'prefault':
      return runPrefault(form, value, validation);
    case 'catch':
      return runCatch(form, value, validation);
    case 'readonly':
      return runReadonly(validation.run(form.inner, value), validation.side);
    case 'lazy':
    case 'brand':
      return validation.run(form.inner, value);
    case 'codec':
      return runCodec(form, value, validation);
    case 'ref':
      return validation.run(forms.schemaOf(form.name), value);
  }
}

function accept(value: unknown, accepted: boolean): Outcome {
  return accepted ? fitting(value) : failing;
}
