import { type TypeNode, union } from './type-node.js';

/** What `z.readonly()` makes of a type: shallow, and as zod infers it. */
export function readonlyType(type: TypeNode): TypeNode {
  switch (type.kind) {
    case 'union':
      return union(type.members.map((member) => readonlyType(member)));
    case 'array':
    case 'mapped':
      return { ...type, readonly: true };
    case 'tuple':
      return readonlyTuple(type);
    case 'object':
      return {
        ...type,
        properties: type.properties.map((property) => ({ ...property, readonly: true })),
        index: type.index && { ...type.index, readonly: true },
      };
    case 'generic':
      if (type.name === 'Map' || type.name === 'Set') {
        return { ...type, name: `Readonly${type.name}` };
      }
      return type.name === 'Branded' || type.name === 'Merged' ? wrapped(type) : type;
    case 'intersection':
    case 'name':
      return wrapped(type);
    case 'text':
      return type;
  }
}

function wrapped(type: TypeNode): TypeNode {
  return { kind: 'generic', name: 'Readonly', args: [type] };
}

/** zod sees a tuple only where its first item is required; any other is an array to it. */
function readonlyTuple(type: Extract<TypeNode, { kind: 'tuple' }>): TypeNode {
  const [first] = type.items;
  if (first !== undefined && !first.optional) return { ...type, readonly: true };
  const members = [...type.items.map((item) => item.type), ...(type.rest === undefined ? [] : [type.rest])];
  return { kind: 'array', element: union(members), readonly: true };
}
