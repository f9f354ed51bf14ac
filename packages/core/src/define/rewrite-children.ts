import * as core from 'zod/v4/core';
import { defOf, lazyInner, type SchemaNode } from './schema-node.js';

/**
 * A copy of a schema whose children went through `rewrite`, or the schema itself if none changed. Checks are kept; the
 * caller drops or replaces them where they no longer hold.
 */
export function rewriteChildren(node: SchemaNode, rewrite: (child: SchemaNode) => SchemaNode): SchemaNode {
  const def = defOf(node);
  switch (def.type) {
    case 'object': {
      const shape = mapValues(def.shape, rewrite);
      const catchall = def.catchall && rewrite(def.catchall);
      return copy(node, catchall === undefined ? { shape } : { shape, catchall });
    }
    case 'record':
    case 'map':
      return copy(node, { keyType: rewrite(def.keyType), valueType: rewrite(def.valueType) });
    case 'array':
      return copy(node, { element: rewrite(def.element) });
    case 'set':
      return copy(node, { valueType: rewrite(def.valueType) });
    case 'tuple':
      return copy(node, { items: def.items.map(rewrite), rest: def.rest && rewrite(def.rest) });
    case 'union':
      return rewriteUnion(node, def, rewrite);
    case 'intersection':
      return copy(node, { left: rewrite(def.left), right: rewrite(def.right) });
    case 'pipe':
      return copy(node, { in: rewrite(def.in), out: rewrite(def.out) });
    case 'lazy': {
      const inner = lazyInner(node);
      return new core.$ZodLazy({ type: 'lazy', getter: () => rewrite(inner) });
    }
    default:
      return 'innerType' in def ? copy(node, { innerType: rewrite(def.innerType) }) : node;
  }
}

/** A schema without its checks. */
export function withoutChecks(node: SchemaNode): SchemaNode {
  return copy(node, { checks: [] });
}

/** A schema with more checks behind its own. */
export function withChecks(node: SchemaNode, checks: readonly core.$ZodCheck<never>[]): SchemaNode {
  return checks.length === 0 ? node : copy(node, { checks: [...(defOf(node).checks ?? []), ...checks] });
}

/** A copy of a schema with some of its definition replaced. */
export function copy(node: SchemaNode, changes: Record<string, unknown>): SchemaNode {
  const descriptors = Object.getOwnPropertyDescriptors(defOf(node));
  // A default's value is a getter that must stay one: it may give another value each time.
  const def = Object.create(null, descriptors) as Record<string, unknown>;
  for (const [name, value] of Object.entries(changes)) {
    Object.defineProperty(def, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return core.clone(node, def as never);
}

/** Where zod could not dispatch on the discriminator any more, a plain union tries the members in order. */
function rewriteUnion(
  node: SchemaNode,
  def: core.$ZodUnionDef,
  rewrite: (child: SchemaNode) => SchemaNode,
): SchemaNode {
  const options = def.options.map((option) => rewrite(option as SchemaNode));
  if (!('discriminator' in def)) return copy(node, { options });
  const discriminator = String(def.discriminator);
  // A reference to what is being rewritten can't be asked yet.
  const dispatches = options.every(
    (option) => defOf(option).type !== 'lazy' && (option._zod.propValues?.[discriminator]?.size ?? 0) > 0,
  );
  if (dispatches) return copy(node, { options });
  return new core.$ZodUnion({ type: 'union', options, checks: def.checks ?? [] });
}

function mapValues(
  shape: Readonly<Record<string, SchemaNode>>,
  rewrite: (child: SchemaNode) => SchemaNode,
): Record<string, SchemaNode> {
  return Object.fromEntries(Object.entries(shape).map(([name, child]) => [name, rewrite(child)]));
}
