import type * as core from 'zod/v4/core';

/** Any zod schema, classic or mini. */
export type SchemaNode = core.$ZodType;

/** The definition of a schema of a known kind, to be told apart by `type`. */
export type SchemaDef = core.$ZodTypes['_zod']['def'];

/** A schema inside another one, and how to get there in words: `.name`, `[]`, `{}`, or nothing. */
export interface SchemaChild {
  readonly step: string;
  readonly node: SchemaNode;
}

/** The definition behind a schema, as zod 4 keeps it. */
export function defOf(node: SchemaNode): SchemaDef {
  return (node as core.$ZodTypes)._zod.def;
}

/** The checks attached to a schema: bounds, patterns, refinements, overwrites. */
export function checksOf(node: SchemaNode): readonly core.$ZodCheck<never>[] {
  return defOf(node).checks ?? [];
}

/** Whether a pipe is a codec: it knows the way back. */
export function isCodec(def: SchemaDef): def is core.$ZodCodecDef {
  return def.type === 'pipe' && typeof def.reverseTransform === 'function';
}

/** Every schema directly inside another one. Exhaustive: a kind that a newer zod adds does not compile. */
export function childrenOf(node: SchemaNode): readonly SchemaChild[] {
  const def = defOf(node);
  switch (def.type) {
    case 'object': {
      const children = Object.entries(def.shape).map(([name, child]) => ({ step: propertyStep(name), node: child }));
      return def.catchall === undefined ? children : [...children, { step: '{}', node: def.catchall }];
    }
    case 'record':
    case 'map':
      return [
        { step: '{key}', node: def.keyType },
        { step: '{}', node: def.valueType },
      ];
    case 'array':
      return [{ step: '[]', node: def.element }];
    case 'set':
      return [{ step: '[]', node: def.valueType }];
    case 'tuple': {
      const items = def.items.map((item, index) => ({ step: `[${index}]`, node: item }));
      return def.rest === null ? items : [...items, { step: '[]', node: def.rest }];
    }
    case 'union':
      return def.options.map((option, index) => ({ step: `|${index}`, node: option }));
    case 'intersection':
      return [
        { step: '', node: def.left },
        { step: '', node: def.right },
      ];
    case 'pipe':
      return [
        { step: '', node: def.in },
        { step: '', node: def.out },
      ];
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'success':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'promise':
      return [{ step: '', node: def.innerType }];
    case 'lazy':
      return [{ step: '', node: lazyInner(node) }];
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'symbol':
    case 'null':
    case 'undefined':
    case 'void':
    case 'never':
    case 'any':
    case 'unknown':
    case 'date':
    case 'file':
    case 'enum':
    case 'literal':
    case 'nan':
    case 'template_literal':
    case 'transform':
    case 'function':
    case 'custom':
      return [];
    default:
      def satisfies never;
      return [];
  }
}

/** What a `z.lazy` stands for; evaluated once by zod and kept. */
export function lazyInner(node: SchemaNode): SchemaNode {
  return (node as core.$ZodLazy)._zod.innerType;
}

/** Whether `test` holds for a schema or for anything it reaches; recursion is followed once. */
export function reaches(root: SchemaNode, test: (node: SchemaNode) => boolean): boolean {
  const seen = new Set<SchemaNode>();
  const pending: SchemaNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (test(node)) return true;
    for (const child of childrenOf(node)) pending.push(child.node);
  }
  return false;
}

/** Whether a schema contains itself. */
export function isRecursive(root: SchemaNode): boolean {
  const open = new Set<SchemaNode>();
  const done = new Set<SchemaNode>();
  const visit = (node: SchemaNode): boolean => {
    if (open.has(node)) return true;
    if (done.has(node)) return false;
    open.add(node);
    const found = childrenOf(node).some((child) => visit(child.node));
    open.delete(node);
    done.add(node);
    return found;
  };
  return visit(root);
}

function propertyStep(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
