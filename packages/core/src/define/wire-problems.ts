import type * as core from 'zod/v4/core';
import { checksOf, childrenOf, defOf, isCodec, lazyInner, type SchemaNode } from './schema-node.js';

/** Something in a schema that can't travel, with its path and what to write instead. */
export interface WireProblem {
  readonly path: string;
  readonly message: string;
}

/** On the wire side everything must be JSON; on the data side of a codec anything goes that can find its way back. */
type Side = 'wire' | 'data';

/** Everything in a payload schema that can't travel as JSON or can't come back, in the order in which it stands. */
export function wireProblems(schema: SchemaNode): readonly WireProblem[] {
  const walk = new WireWalk();
  walk.visit(schema, 'payload', 'wire');
  if (maybeAbsent(schema)) {
    walk.report(
      'payload',
      'may be undefined, which JSON does not have: use .nullable(), or an object with an optional property',
    );
  }
  return walk.problems;
}

class WireWalk {
  readonly problems: WireProblem[] = [];
  readonly #seen: Record<Side, Set<SchemaNode>> = { wire: new Set(), data: new Set() };

  report(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  visit(node: SchemaNode, path: string, side: Side): void {
    if (this.#seen[side].has(node)) return;
    this.#seen[side].add(node);
    const def = defOf(node);
    const refusal = refusalOf(def, side);
    if (refusal !== undefined) {
      this.report(path, refusal);
      return;
    }
    for (const check of checksOf(node)) {
      if (check._zod.def.check === 'overwrite') {
        this.report(
          path,
          'overwrites its value (trim, toLowerCase, overwrite): what was sent can not come back; check it with a pattern instead',
        );
      }
    }
    this.#visitChildren(node, def, path, side);
  }

  #visitChildren(node: SchemaNode, def: core.$ZodTypes['_zod']['def'], path: string, side: Side): void {
    if (def.type === 'pipe') {
      this.visit(def.in, path, side);
      this.visit(def.out, path, 'data');
      return;
    }
    if (def.type === 'object' && Object.hasOwn(def.shape, '__proto__')) {
      this.report(`${path}.__proto__`, 'no property may be called "__proto__": give it another name');
    }
    for (const child of childrenOf(node)) {
      const at = child.step.startsWith('|') ? `${path}(${child.step.slice(1)})` : path + child.step;
      const inList = child.step.startsWith('[') && (def.type === 'array' || def.type === 'tuple');
      if (side === 'wire' && inList && maybeAbsent(child.node)) {
        this.report(at, 'may be undefined, which a JSON array turns into null: use .nullable(), or a union of tuples');
      }
      this.visit(child.node, at, side);
    }
  }
}

/** Why a kind of schema is refused, or undefined if it is not. */
function refusalOf(def: core.$ZodTypes['_zod']['def'], side: Side): string | undefined {
  return oneWay(def) ?? (side === 'wire' ? notJson(def) : undefined);
}

function oneWay(def: core.$ZodTypes['_zod']['def']): string | undefined {
  switch (def.type) {
    case 'transform':
      return 'transforms one way only: use z.codec(), which also says how to encode';
    case 'pipe':
      if (defOf(def.in).type === 'transform')
        return 'preprocesses its input one way only: use z.codec(), which also says how to encode';
      if (!isCodec(def) && defOf(def.out).type === 'transform') {
        return 'transforms one way only (.transform): use z.codec(), which also says how to encode';
      }
      return undefined;
    case 'success':
      return 'keeps only whether the value was valid: the value can not come back';
    case 'promise':
      return 'is a promise: await it before publishing, and describe what it gives';
    case 'function':
      return 'is a function, which can not travel';
    case 'string':
    case 'number':
    case 'boolean':
      return 'coerce' in def && def.coerce
        ? 'coerces its input one way only: drop z.coerce, or use z.codec()'
        : undefined;
    default:
      return undefined;
  }
}

const isoDateHint = 'use isoDate from @tidings/core/define, which travels as a string';

function notJson(def: core.$ZodTypes['_zod']['def']): string | undefined {
  switch (def.type) {
    case 'date':
      return `is a Date, which JSON does not have: ${isoDateHint}`;
    case 'bigint':
      return 'is a bigint, which JSON does not have: use bigIntString from @tidings/core/define';
    case 'map':
      return 'is a Map, which JSON does not have: use z.record(), or a codec from an array of pairs';
    case 'set':
      return 'is a Set, which JSON does not have: use z.array(), or a codec from an array';
    case 'symbol':
      return 'is a symbol, which can not travel';
    case 'undefined':
    case 'void':
      return 'is undefined, which JSON does not have: use .optional() on a property, or z.null()';
    case 'nan':
      return 'is NaN, which JSON does not have: use .nullable()';
    case 'file':
      return 'is a File, which JSON does not have: use bytes from @tidings/core/define, or a link to the file';
    case 'custom':
      return 'is checked by code only (z.custom, z.instanceof), so its JSON form is unknown: use z.codec() with a JSON wire side';
    case 'literal': {
      const odd = def.values.find(
        (value) =>
          typeof value === 'bigint' || value === undefined || (typeof value === 'number' && !Number.isFinite(value)),
      );
      return odd === undefined && !def.values.includes(undefined)
        ? undefined
        : `has a literal that JSON does not have (${String(odd)})`;
    }
    case 'record':
      return def.mode === 'loose'
        ? 'lets keys through unchecked (z.looseRecord): use z.record(z.string(), …)'
        : undefined;
    default:
      return undefined;
  }
}

/** Whether the wire form may be undefined. Recursion through nothing but lazies is no schema, so it need not be followed. */
function maybeAbsent(node: SchemaNode): boolean {
  const def = defOf(node);
  switch (def.type) {
    case 'optional':
      return true;
    case 'nullable':
    case 'readonly':
    case 'catch':
      return maybeAbsent(def.innerType);
    case 'pipe':
      return maybeAbsent(def.in);
    case 'union':
      return def.options.some((option) => maybeAbsent(option as SchemaNode));
    case 'lazy':
      return maybeAbsent(lazyInner(node));
    default:
      return false;
  }
}
