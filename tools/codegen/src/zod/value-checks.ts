import { core } from 'zod';
import type { BoundValue, OpaqueFact, ValueCheck } from '../model/value-check.js';
import type { FormReading } from './form-of-kind.js';
import { functionText } from './function-text.js';
import { numberFormats } from './number-formats.js';
import { patternForm } from './pattern-form.js';
import { propertyStep } from './property-step.js';
import { stringFormat } from './string-format.js';
import type { ZodNode } from './zod-node.js';

/** Every check that zod has, to be told apart by `check`. */
type CheckDef = core.$ZodChecks['_zod']['def'] | core.$ZodCheckPropertiesDef | CodeCheckDef;

/** Checks that are code, and those that only add metadata; zod has no types for them. */
interface CodeCheckDef extends core.$ZodCheckDef {
  check: 'custom' | 'describe' | 'meta';
}

/** The checks of a schema as the model writes them. Exhaustive: a check that a newer zod adds does not compile. */
export function valueChecks(node: ZodNode, path: string, reading: FormReading): readonly ValueCheck[] {
  const { checks } = node._zod.def;
  return checks === undefined || checks.length === 0
    ? none
    : checks.flatMap((check) => checkForms(check, path, reading));
}

const none: readonly ValueCheck[] = [];

function checkForms(check: core.$ZodCheck<never>, path: string, reading: FormReading): readonly ValueCheck[] {
  const def = check._zod.def as CheckDef;
  if (def.check !== 'custom' && def.when !== undefined && !isUsualCondition(def.when)) {
    reading.refuse(
      path,
      `has a check (${def.check}) that is made under a condition ('when') only: use .refine(), and decide in there`,
    );
    return [];
  }
  switch (def.check) {
    case 'less_than':
      return bound('max', def, path, reading);
    case 'greater_than':
      return bound('min', def, path, reading);
    case 'multiple_of':
      return multipleOf(def, path, reading);
    case 'number_format':
    case 'bigint_format':
      return numberFormats.has(def.format)
        ? [{ check: 'format', format: def.format }]
        : unknownFormat(def, path, reading);
    case 'max_length':
      return size('maxLength', def.maximum, path, reading);
    case 'min_length':
      return size('minLength', def.minimum, path, reading);
    case 'length_equals':
      return size('length', def.length, path, reading);
    case 'max_size':
      return size('maxSize', def.maximum, path, reading);
    case 'min_size':
      return size('minSize', def.minimum, path, reading);
    case 'size_equals':
      return size('size', def.size, path, reading);
    case 'string_format':
      return textCheck(def, path, reading);
    case 'property':
      return [property(def.property, def.schema, path, reading)];
    case 'properties':
      return Object.entries(def.shape).map(([name, schema]) => property(name, schema, path, reading));
    case 'mime_type':
      return [{ check: 'mime', types: def.mime }];
    case 'overwrite':
      reading.refuse(
        path,
        'overwrites its value (trim, toLowerCase, overwrite): what was sent can not come back; check it with a pattern instead',
      );
      return [];
    case 'custom':
      return [{ check: 'refine', ...refinement(check) }];
    case 'describe':
    case 'meta':
      return [];
    default:
      def satisfies never;
      reading.refuse(path, 'has a check that this version of the generator does not know: update it');
      return [];
  }
}

type SizeCheck = 'minLength' | 'maxLength' | 'length' | 'minSize' | 'maxSize' | 'size';

function size(check: SizeCheck, value: number, path: string, { refuse }: FormReading): readonly ValueCheck[] {
  if (Number.isFinite(value)) return [{ check, value }];
  const isVacuous = value === (check.startsWith('max') ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  if (!isVacuous) refuse(path, `has a size (${value}) that nothing has: give a number that there is`);
  return [];
}

function multipleOf(
  { value }: core.$ZodCheckMultipleOfDef,
  path: string,
  { refuse }: FormReading,
): readonly ValueCheck[] {
  if (typeof value === 'bigint') return [{ check: 'multipleOf', value: { bigint: `${value}` } }];
  if (Number.isFinite(value)) return [{ check: 'multipleOf', value }];
  refuse(path, `must be a multiple of ${value}, which nothing is: give a number that there is`);
  return [];
}

function bound(
  check: 'min' | 'max',
  { value, inclusive }: core.$ZodCheckLessThanDef | core.$ZodCheckGreaterThanDef,
  path: string,
  { refuse }: FormReading,
): readonly ValueCheck[] {
  const isEndless = value === (check === 'max' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  if (isEndless) return [];
  const written = boundValue(value);
  if (written === undefined) {
    refuse(path, `has a bound (${String(value)}) that nothing fits: give a number that there is`);
    return [];
  }
  return [{ check, value: written, ...(!inclusive && { exclusive: true }) }];
}

function boundValue(value: core.util.Numeric): BoundValue | undefined {
  if (typeof value === 'bigint') return { bigint: `${value}` };
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return Number.isNaN(value.getTime()) ? undefined : { date: value.toISOString() };
}

function textCheck(def: core.$ZodCheckStringFormatDef, path: string, reading: FormReading): readonly ValueCheck[] {
  const { format, pattern, includes, position, prefix, suffix } = def as core.$ZodCheckStringFormatDef &
    Partial<core.$ZodCheckIncludesDef & core.$ZodCheckStartsWithDef & core.$ZodCheckEndsWithDef>;
  if (format === 'regex' && pattern !== undefined) return [{ check: 'pattern', pattern: patternForm(pattern) }];
  if (format === 'lowercase' || format === 'uppercase') return [{ check: format }];
  if (includes !== undefined) {
    return [{ check: 'includes', text: includes, ...(position !== undefined && { position }) }];
  }
  if (prefix !== undefined) return [{ check: 'startsWith', text: prefix }];
  if (suffix !== undefined) return [{ check: 'endsWith', text: suffix }];
  const named = stringFormat(def);
  return named === undefined ? unknownFormat(def, path, reading) : [{ check: 'format', ...named }];
}

function unknownFormat({ format }: { readonly format: string }, path: string, { refuse }: FormReading): readonly [] {
  refuse(path, `has a format '${format}' that this version of the generator does not know: update it`);
  return [];
}

function property(name: string, schema: ZodNode, path: string, { read }: FormReading): ValueCheck {
  return { check: 'property', name, schema: read(schema, path + propertyStep(name)) };
}

/** A refinement by its own function, and its condition; of `superRefine` only zod's wrapping is to be had. */
function refinement({ _zod }: core.$ZodCheck<never>): OpaqueFact {
  const own: unknown = 'fn' in _zod.def ? _zod.def.fn : _zod.check;
  const code = typeof own === 'function' ? functionText(own as () => unknown) : undefined;
  if (code === undefined || code === superRefineText) return {};
  if (_zod.def.when === undefined) return { code };
  const when = functionText(_zod.def.when);
  return when === undefined ? {} : { code: `${code} when ${when}` };
}

const superRefineText = functionText(core._superRefine(() => {})._zod.check);

const usualConditions: ReadonlySet<string | undefined> = new Set(
  [core._maxLength(1), core._maxSize(1)].map(({ _zod }) => _zod.def.when && functionText(_zod.def.when)),
);

function isUsualCondition(when: (payload: core.ParsePayload) => boolean): boolean {
  return usualConditions.has(functionText(when));
}
