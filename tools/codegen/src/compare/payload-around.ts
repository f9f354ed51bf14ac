import type { JsonValue } from '../model/json-value.js';
import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import { layersOf } from './layers.js';
import { take } from './lazy-list.js';
import { sampleValues } from './sample-values.js';

/** What is put at a place, given what stands there in a sample; undefined where nothing can be put. */
export type Placed = (sample: JsonValue | undefined) => JsonValue | undefined;

/**
 * Whole payloads that a form may be, with something put at one place.
 *
 * @param path The place, without the `payload` at the head: such as `.items[].price`.
 */
export function* payloadsAround(
  form: SchemaForm,
  path: string,
  placed: Placed,
  forms: FormIndex,
  sample: JsonValue | undefined = sampleValues(form, forms).at(0),
): Generator<JsonValue> {
  if (path === '') {
    const value = placed(sample);
    if (value !== undefined) yield value;
    return;
  }
  const { core } = layersOf(form, forms);
  const inside = (child: SchemaForm, rest: string, given?: JsonValue): Generator<JsonValue> =>
    payloadsAround(child, rest, placed, forms, given ?? sampleValues(child, forms).at(0));
  switch (core.kind) {
    case 'object': {
      const found = core.properties
        .filter(({ name }) => isStep(path, pathStep(name)))
        .sort((a, b) => b.name.length - a.name.length)[0];
      if (found !== undefined) {
        const around = isRecord(sample) ? sample : recordIn(core, forms);
        const rest = path.slice(pathStep(found.name).length);
        for (const value of inside(found.schema, rest, around[found.name])) yield { ...around, [found.name]: value };
      } else if (path.startsWith('{}') && typeof core.rest !== 'string') {
        const around = isRecord(sample) ? sample : recordIn(core, forms);
        for (const value of inside(core.rest, path.slice(2))) yield { ...around, other: value };
      }
      return;
    }
    case 'array': {
      if (!path.startsWith('[]')) return;
      const [, ...others] = Array.isArray(sample) ? sample : [];
      for (const value of inside(core.element, path.slice(2))) yield [value, ...others];
      return;
    }
    case 'tuple': {
      const around = (Array.isArray(sample) ? sample : sampleValues(core, forms).at(0)) ?? [];
      if (!Array.isArray(around)) return;
      for (const [index, item] of core.items.entries()) {
        const step = `[${index}]`;
        if (!path.startsWith(step)) continue;
        for (const value of inside(item, path.slice(step.length), around[index])) yield around.with(index, value);
      }
      if (path.startsWith('[]') && core.rest !== undefined) {
        for (const value of inside(core.rest, path.slice(2))) yield [...around.slice(0, core.items.length), value];
      }
      return;
    }
    case 'record': {
      if (path.startsWith('{key}')) {
        for (const key of inside(core.key, path.slice(5))) {
          if (typeof key === 'string') yield { [key]: sampleValues(core.value, forms).at(0) ?? null };
        }
      } else if (path.startsWith('{}')) {
        const around = isRecord(sample) ? sample : {};
        for (const key of take(4, sampleValues(core.key, forms))) {
          for (const value of inside(core.value, path.slice(2))) yield { ...around, [String(key)]: value };
        }
      }
      return;
    }
    case 'union': {
      // Options are counted in the newer form, so that the number says little about an older one.
      const [step = ''] = /^\(\d+\)/.exec(path) ?? [];
      for (const option of core.options) yield* inside(option, path.slice(step.length));
      return;
    }
    case 'intersection': {
      for (const [side, other] of [
        [core.left, core.right],
        [core.right, core.left],
      ] as const) {
        const beside = sampleValues(other, forms).at(0);
        for (const value of inside(side, path)) {
          yield isRecord(value) && isRecord(beside) ? { ...beside, ...value } : value;
        }
      }
    }
  }
}

type RecordValue = { readonly [name: string]: JsonValue };

function isRecord(value: JsonValue | undefined): value is RecordValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A sample of an object, where the one around it has none of it. */
function recordIn(form: SchemaForm, forms: FormIndex): RecordValue {
  const sample = sampleValues(form, forms).at(0);
  return isRecord(sample) ? sample : {};
}

/** Whether a path goes on with a step: `.a` is none of `.ab`. */
function isStep(path: string, step: string): boolean {
  return path.startsWith(step) && /^(?:$|[.[({])/.test(path.slice(step.length));
}
