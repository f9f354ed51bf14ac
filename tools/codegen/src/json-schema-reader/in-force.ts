import type { Draft } from './draft.js';
import { held, type SchemaNode } from './schema-node.js';

/** Keywords that a draft does not have. */
const strange: Readonly<Record<Draft, ReadonlySet<string>>> = {
  'draft-07': new Set([
    '$anchor',
    '$dynamicRef',
    'prefixItems',
    'minContains',
    'maxContains',
    'dependentRequired',
    'dependentSchemas',
    'unevaluatedProperties',
    'unevaluatedItems',
  ]),
  '2020-12': new Set(['additionalItems']),
};

/** Whether a schema is a reference and nothing else: in draft-07, whatever stands beside it is ignored. */
export function isBareReference(node: SchemaNode, draft: Draft): boolean {
  return draft === 'draft-07' && typeof held(node, '$ref') === 'string';
}

/** A schema with the keywords that count in its draft. */
export function inForce(node: SchemaNode, draft: Draft): SchemaNode {
  const { schema, pointer } = node;
  if (typeof schema === 'boolean') return node;
  if (isBareReference(node, draft)) return { schema: { $ref: schema.$ref }, pointer };
  if (!Object.keys(schema).some((name) => strange[draft].has(name))) return node;
  const counting = Object.entries(schema).filter(([name]) => !strange[draft].has(name));
  return { schema: Object.fromEntries(counting), pointer };
}
