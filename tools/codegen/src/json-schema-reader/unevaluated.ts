import { child, held, type SchemaNode } from './schema-node.js';

/** Keywords whose schemas may have evaluated properties and items of the very value that the schema around them sees. */
const lookInside: readonly string[] = [
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependentSchemas',
  'dependencies',
];

/** What other properties have to be. What nobody else looks at is all that this schema does not. */
export function otherProperties(node: SchemaNode): SchemaNode | undefined {
  const own = child(node, 'additionalProperties');
  return own ?? (looksInside(node) ? undefined : child(node, 'unevaluatedProperties'));
}

/** What items after those that have a position have to be. */
export function otherItems(node: SchemaNode): SchemaNode | undefined {
  // `items` is a list in draft-07 only, which has no `unevaluatedItems`.
  const own = Array.isArray(held(node, 'items')) ? child(node, 'additionalItems') : child(node, 'items');
  const isCounted = held(node, 'contains') !== undefined || looksInside(node);
  return own ?? (isCounted ? undefined : child(node, 'unevaluatedItems'));
}

/** Whether what is left unevaluated depends on more than the schema's own properties and items. */
export function hasOpenEvaluation(node: SchemaNode): boolean {
  const asked = (keyword: string, unless: string): boolean =>
    held(node, keyword) !== undefined && held(node, keyword) !== true && held(node, unless) === undefined;
  if (asked('unevaluatedProperties', 'additionalProperties') && looksInside(node)) return true;
  return asked('unevaluatedItems', 'items') && (held(node, 'contains') !== undefined || looksInside(node));
}

function looksInside(node: SchemaNode): boolean {
  return lookInside.some((keyword) => held(node, keyword) !== undefined);
}
