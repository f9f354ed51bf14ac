import { marksOf } from '@tidings/core/define';
import type { core } from 'zod';
import type { LiteralValue, SchemaForm } from '../model/schema-form.js';
import { codecVia } from './codec-via.js';
import { constantForm } from './constant-form.js';
import { discriminatorProblem } from './discriminator.js';
import { jsonValueForm } from './json-value.js';
import { knownClass } from './known-classes.js';
import { numberFormats } from './number-formats.js';
import { propertyStep } from './property-step.js';
import { stringFormat } from './string-format.js';
import { defOf, type ZodDef, type ZodNode } from './zod-node.js';

/** What reading a schema needs of its reader. */
export interface FormReading {
  /** Reads a schema inside this one. */
  readonly read: (node: ZodNode, path: string) => SchemaForm;
  /** Notes something that can't be generated. */
  readonly refuse: (path: string, message: string) => SchemaForm;
}

/** The form of a schema, by its kind. Exhaustive: a kind that a newer zod adds does not compile. */
export function formOfKind(def: ZodDef, node: ZodNode, path: string, reading: FormReading): SchemaForm {
  const { read, refuse } = reading;
  if ('coerce' in def && def.coerce) {
    return refuse(path, 'coerces its input one way only: drop z.coerce, or use z.codec()');
  }
  switch (def.type) {
    case 'string': {
      const values = marksOf(node).openEnum;
      return values === undefined ? stringForm(def, path, refuse) : { kind: 'openEnum', values };
    }
    case 'number':
    case 'bigint':
      return numberForm(def, path, refuse);
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'any':
    case 'never':
    case 'date':
    case 'undefined':
    case 'void':
    case 'nan':
    case 'symbol':
    case 'file':
      return { kind: def.type };
    case 'literal':
      return def.values.some(isEndless)
        ? refuse(path, 'has a literal that is no finite number, which JSON does not have')
        : { kind: 'literal', values: def.values.map(literalValue) };
    case 'enum':
      return isTypeScriptEnum(def.entries)
        ? refuse(
            path,
            "is a TypeScript enum, whose type can't be written without it: use z.enum(['a', 'b']) or literals",
          )
        : { kind: 'enum', values: [...new Set(Object.values(def.entries))] };
    case 'template_literal':
      return { kind: 'template', parts: def.parts.map((part) => templatePart(part, path, read)) };
    case 'object':
      if (Object.getOwnPropertySymbols(def.shape).length > 0) {
        return refuse(path, 'has a property that is a symbol, which JSON does not have: call it by a string');
      }
      return {
        kind: 'object',
        properties: Object.entries(def.shape).map(([name, child]) => ({
          name,
          schema: read(child, path + propertyStep(name)),
        })),
        rest: restOf(def, path, read),
      };
    case 'record':
      return {
        kind: 'record',
        key: read(def.keyType, `${path}{key}`),
        value: read(def.valueType, `${path}{}`),
        partial: def.partial === true,
        ...(def.mode === 'loose' && { loose: true }),
      };
    case 'map':
      return { kind: 'map', key: read(def.keyType, `${path}{key}`), value: read(def.valueType, `${path}{}`) };
    case 'array':
      return { kind: 'array', element: read(def.element, `${path}[]`) };
    case 'set':
      return { kind: 'set', element: read(def.valueType, `${path}[]`) };
    case 'tuple':
      return {
        kind: 'tuple',
        items: def.items.map((item, index) => read(item, `${path}[${index}]`)),
        ...(def.rest !== null && { rest: read(def.rest, `${path}[]`) }),
      };
    case 'union': {
      const options = def.options.map((option, index) => read(option, `${path}(${index})`));
      const problem = discriminatorProblem(node);
      return problem === undefined ? { kind: 'union', options, ...discriminatorOf(def) } : refuse(path, problem);
    }
    case 'intersection':
      return { kind: 'intersection', left: read(def.left, path), right: read(def.right, path) };
    case 'optional':
      return { kind: 'optional', inner: read(def.innerType, path), exact: node._zod.traits.has('$ZodExactOptional') };
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
      return { kind: def.type, inner: read(def.innerType, path) };
    case 'default':
    case 'prefault': {
      const side = def.type === 'default' ? 'data' : 'wire';
      const value = constantForm(def.type, def.innerType, side, () => def.defaultValue, path, reading);
      return { kind: def.type, inner: read(def.innerType, path), value };
    }
    case 'catch': {
      const value = constantForm('catch', def.innerType, 'data', (call) => caught(def, call), path, reading);
      return { kind: 'catch', inner: read(def.innerType, path), value };
    }
    case 'lazy': {
      const inner = (node as core.$ZodLazy)._zod.innerType;
      return jsonValueForm(node, inner) ?? { kind: 'lazy', inner: read(inner, path) };
    }
    case 'pipe':
      if (defOf(def.in).type === 'transform' || defOf(def.out).type === 'transform') {
        return refuse(path, 'transforms one way only: use z.codec(), which also says how to encode');
      }
      return { kind: 'codec', wire: read(def.in, path), data: read(def.out, path), via: codecVia(def, node) };
    case 'custom': {
      const name = knownClass(node._zod.bag.Class);
      return name === undefined
        ? refuse(
            path,
            "has a type that only its code knows (z.custom, z.instanceof of a class of your own), so it can't be written down: let the codec give a plain object or a class of the platform",
          )
        : { kind: 'instance', class: name };
    }
    case 'transform':
      return refuse(path, 'transforms one way only: use z.codec(), which also says how to encode');
    case 'success':
      return refuse(path, 'keeps only whether the value was valid: the value can not come back');
    case 'promise':
      return refuse(path, 'is a promise: await it before publishing, and describe what it gives');
    case 'function':
      return refuse(path, 'is a function, which can not travel');
    default:
      def satisfies never;
      return refuse(path, 'is of a kind that this version of the generator does not know: update it');
  }
}

function stringForm(def: core.$ZodStringDef, path: string, refuse: FormReading['refuse']): SchemaForm {
  if (!isFormatted(def)) return { kind: 'string' };
  const named = stringFormat(def);
  return named === undefined ? unknownFormat(def.format, path, refuse) : { kind: 'string', ...named };
}

function isFormatted(def: core.$ZodStringDef): def is core.$ZodStringFormatDef {
  return 'format' in def && typeof def.format === 'string';
}

function numberForm(
  def: core.$ZodNumberDef | core.$ZodBigIntDef,
  path: string,
  refuse: FormReading['refuse'],
): SchemaForm {
  if (!('format' in def) || typeof def.format !== 'string') return { kind: def.type };
  const { type: kind, format } = def;
  return numberFormats.has(format) ? { kind, format } : unknownFormat(format, path, refuse);
}

function unknownFormat(format: string, path: string, refuse: FormReading['refuse']): SchemaForm {
  return refuse(path, `has a format '${format}' that this version of the generator does not know: update it`);
}

/** What a `catch` gives, for one input or another: if that makes a difference, there is nothing to write down. */
function caught({ catchValue }: core.$ZodCatchDef, call: number): unknown {
  const input = call === 0 ? undefined : String(call);
  return catchValue({ value: input, input, issues: [], error: { issues: [] } });
}

function isEndless(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

function literalValue(value: unknown): LiteralValue {
  if (typeof value === 'bigint') return { bigint: value.toString() };
  return value === undefined ? { undefined: true } : (value as LiteralValue);
}

/** A TypeScript enum of numbers maps them back to names; one of strings can't be told from an object. */
function isTypeScriptEnum(entries: Readonly<Record<string, string | number>>): boolean {
  return Object.entries(entries).some(([name, value]) => typeof value === 'number' && entries[value] === name);
}

function templatePart(
  part: core.$ZodTemplateLiteralPart,
  path: string,
  read: FormReading['read'],
): SchemaForm | { readonly text: string } {
  return typeof part === 'object' && part !== null
    ? read(part, path)
    : { text: part === undefined ? '' : String(part) };
}

function restOf(
  { catchall }: core.$ZodObjectDef,
  path: string,
  read: FormReading['read'],
): 'strip' | 'strict' | 'loose' | SchemaForm {
  if (catchall === undefined) return 'strip';
  const { type, checks = [] } = defOf(catchall);
  if (type === 'never') return 'strict';
  return type === 'unknown' && checks.length === 0 ? 'loose' : read(catchall, `${path}{}`);
}

function discriminatorOf(
  def: core.$ZodUnionDef | core.$ZodDiscriminatedUnionDef,
): Pick<Extract<SchemaForm, { kind: 'union' }>, 'discriminator' | 'exclusive' | 'fallback'> {
  if ('discriminator' in def && typeof def.discriminator === 'string') {
    return { discriminator: def.discriminator, ...(def.unionFallback === true && { fallback: true }) };
  }
  return def.inclusive === false ? { exclusive: true } : {};
}
