import { marksOf } from '@tidings/core/define';
import type { core } from 'zod';
import type { LiteralValue, SchemaForm } from '../model/schema-form.js';
import { jsonValueForm } from './json-value.js';
import { knownClass } from './known-classes.js';
import { defOf, type ZodDef, type ZodNode } from './zod-node.js';

/** What reading a schema needs of its reader. */
export interface FormReading {
  /** Reads a schema inside this one. */
  readonly read: (node: ZodNode, path: string) => SchemaForm;
  /** Notes something that can't be generated. */
  readonly refuse: (path: string, message: string) => SchemaForm;
}

/** The form of a schema, by its kind. Exhaustive: a kind that a newer zod adds does not compile. */
export function formOfKind(def: ZodDef, node: ZodNode, path: string, { read, refuse }: FormReading): SchemaForm {
  switch (def.type) {
    case 'string': {
      const values = marksOf(node).openEnum;
      return values === undefined ? { kind: 'string', ...formatOf(def) } : { kind: 'openEnum', values };
    }
    case 'number':
      return { kind: 'number', ...formatOf(def) };
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'any':
    case 'never':
    case 'date':
    case 'bigint':
    case 'undefined':
    case 'void':
    case 'nan':
    case 'symbol':
    case 'file':
      return { kind: def.type };
    case 'literal':
      return { kind: 'literal', values: def.values.map(literalValue) };
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
      return {
        kind: 'object',
        properties: Object.entries(def.shape).map(([name, child]) => ({
          name,
          schema: read(child, path + step(name)),
        })),
        rest: restOf(def, path, read),
      };
    case 'record':
      return {
        kind: 'record',
        key: read(def.keyType, `${path}{key}`),
        value: read(def.valueType, `${path}{}`),
        partial: def.partial === true,
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
    case 'union':
      return {
        kind: 'union',
        options: def.options.map((option, index) => read(option, `${path}(${index})`)),
        ...discriminatorOf(def),
      };
    case 'intersection':
      return { kind: 'intersection', left: read(def.left, path), right: read(def.right, path) };
    case 'optional':
      return { kind: 'optional', inner: read(def.innerType, path), exact: node._zod.traits.has('$ZodExactOptional') };
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
    case 'default':
    case 'prefault':
      return { kind: def.type, inner: read(def.innerType, path) };
    case 'lazy': {
      const inner = (node as core.$ZodLazy)._zod.innerType;
      return jsonValueForm(node, inner) ?? { kind: 'lazy', inner: read(inner, path) };
    }
    case 'pipe':
      if (defOf(def.in).type === 'transform' || defOf(def.out).type === 'transform') {
        return refuse(path, 'transforms one way only: use z.codec(), which also says how to encode');
      }
      return { kind: 'codec', wire: read(def.in, path), data: read(def.out, path) };
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

function formatOf(def: object): { readonly format?: string } {
  return 'format' in def && typeof def.format === 'string' ? { format: def.format } : {};
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
  const { type } = defOf(catchall);
  if (type === 'never') return 'strict';
  return type === 'unknown' ? 'loose' : read(catchall, `${path}{}`);
}

function discriminatorOf(def: core.$ZodUnionDef): { readonly discriminator?: string; readonly exclusive?: true } {
  if ('discriminator' in def && typeof def.discriminator === 'string') return { discriminator: def.discriminator };
  return def.inclusive === false ? { exclusive: true } : {};
}

function step(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
