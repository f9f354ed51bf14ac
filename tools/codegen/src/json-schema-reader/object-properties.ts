import { regExpOfPattern } from './pattern.js';
import { held, named, type SchemaNode } from './schema-node.js';
import { otherProperties } from './unevaluated.js';

/** The schemas of a schema that a property of a name has to fit. */
export function schemasOfProperty(node: SchemaNode, name: string): readonly SchemaNode[] {
  const own = named(node, 'properties').get(name);
  const matching = [...named(node, 'patternProperties')]
    .filter(([source]) => regExpOfPattern(source)?.test(name) === true)
    .map(([, schema]) => schema);
  const found = [...(own === undefined ? [] : [own]), ...matching];
  if (found.length > 0) return found;
  const others = otherProperties(node);
  return others === undefined ? [] : [others];
}

/** The names of properties that a schema says something of. */
export function namesIn(node: SchemaNode): readonly string[] {
  return [...named(node, 'properties').keys(), ...requiredIn(node)];
}

/** The names of properties that have to be there. */
export function requiredIn(node: SchemaNode): readonly string[] {
  const names = held(node, 'required');
  return Array.isArray(names) ? names.map(String) : [];
}
