import { defOf, lazyInner, type SchemaNode } from './schema-node.js';

type Leaf = string | number | boolean;

/**
 * Every path to a required string, number or boolean of a wire form, up to three properties deep. Enumerated, so that a
 * misspelt key is answered with "Did you mean".
 */
export type KeyPath<T> = PathsOf<T, []>;

type PathsOf<T, Depth extends readonly unknown[]> = Depth['length'] extends 3
  ? never
  : [T] extends [object]
    ? [T] extends [readonly unknown[]]
      ? never
      : { [K in keyof T & string]-?: PathsAt<T, K, Depth> }[keyof T & string]
    : never;

type PathsAt<T, K extends keyof T & string, Depth extends readonly unknown[]> = string extends K
  ? never
  : undefined extends T[K]
    ? never
    : [T[K]] extends [Leaf]
      ? K
      : `${K}.${PathsOf<T[K], [...Depth, unknown]>}`;

/** Why a key path can't be used with a payload schema, or undefined if it can. */
export function keyProblem(schema: SchemaNode, key: string): string | undefined {
  return problemAt(schema, key.split('.'), []);
}

function problemAt(node: SchemaNode, rest: readonly string[], walked: readonly string[]): string | undefined {
  const def = defOf(node);
  const at = walked.length === 0 ? 'the payload' : `'${walked.join('.')}'`;
  switch (def.type) {
    case 'lazy':
      return problemAt(lazyInner(node), rest, walked);
    case 'readonly':
    case 'nonoptional':
      return problemAt(def.innerType, rest, walked);
    case 'pipe':
      return problemAt(def.in, rest, walked);
    case 'union': {
      const problems = def.options.map((option) => problemAt(option as SchemaNode, rest, walked));
      const index = problems.findIndex((problem) => problem !== undefined);
      return index === -1 ? undefined : `${problems[index]} (in member ${index} of the union at ${at})`;
    }
    case 'intersection':
      return problemAt(def.left, rest, walked) && problemAt(def.right, rest, walked);
    case 'optional':
    case 'default':
    case 'prefault':
    case 'catch':
      return `${at} may be missing, so some events would have no key`;
    case 'nullable':
      return `${at} may be null, so some events would have no key`;
    case 'object': {
      const [name, ...deeper] = rest;
      if (name === undefined) return `${at} is an object; a key is a string, an integer or a boolean`;
      const child = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
      if (child !== undefined) return problemAt(child, deeper, [...walked, name]);
      return `there is no property '${name}' in ${at}; it has ${
        Object.keys(def.shape)
          .map((known) => `'${known}'`)
          .join(', ') || 'none'
      }`;
    }
    case 'string':
    case 'boolean':
    case 'enum':
    case 'template_literal':
      return rest.length === 0 ? undefined : `${at} has no properties`;
    case 'literal':
      return def.values.includes(null) ? `${at} may be null` : undefined;
    case 'number':
      if (rest.length > 0) return `${at} has no properties`;
      return isInteger(node) ? undefined : `${at} is a number that need not be an integer; use z.int()`;
    default:
      return `${at} is ${def.type === 'array' ? 'an array' : `of kind ${def.type}`}; a key is a string, an integer or a boolean`;
  }
}

function isInteger(node: SchemaNode): boolean {
  const def = defOf(node);
  const formats = [def, ...(def.checks ?? []).map((check) => check._zod.def)];
  return formats.some((format) => 'format' in format && /int/.test(String(format.format)));
}
