import type { Doc } from '../text/doc-text.js';

/** A property of an object type. */
export interface PropertyNode {
  readonly name: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly type: TypeNode;
  readonly doc: Doc;
}

/** A TypeScript type, as far as generated code needs them. */
export type TypeNode =
  /** Written as it is: a keyword, a literal, a class of the platform. */
  | { readonly kind: 'text'; readonly text: string }
  /** A shape of the contract. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'generic'; readonly name: string; readonly args: readonly TypeNode[] }
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly TypeNode[] }
  | { readonly kind: 'array'; readonly element: TypeNode; readonly readonly: boolean }
  | {
      readonly kind: 'tuple';
      readonly items: readonly { readonly type: TypeNode; readonly optional: boolean }[];
      readonly rest: TypeNode | undefined;
      readonly readonly: boolean;
    }
  | {
      readonly kind: 'object';
      readonly properties: readonly PropertyNode[];
      /** Other properties; their names are strings, or what is said here. */
      readonly index: { readonly type: TypeNode; readonly readonly: boolean } | undefined;
    }
  /** Named properties of one type: `{ [K in Keys]: Value }`. */
  | {
      readonly kind: 'mapped';
      readonly keys: TypeNode;
      readonly value: TypeNode;
      readonly optional: boolean;
      readonly readonly: boolean;
    };

/** A type written as it is. */
export function text(written: string): TypeNode {
  return { kind: 'text', text: written };
}

/** A union, flat, each member once; its only member if there is but one. */
export function union(members: readonly TypeNode[]): TypeNode {
  return joined('union', members, 'never');
}

/** An intersection, flat. */
export function intersection(members: readonly TypeNode[]): TypeNode {
  return joined('intersection', members, 'unknown');
}

/** A type or `undefined`. */
export function orUndefined(type: TypeNode): TypeNode {
  return union([type, text('undefined')]);
}

/** A type without `undefined`. */
export function withoutUndefined(type: TypeNode): TypeNode {
  if (type.kind !== 'union') return type;
  return union(type.members.filter((member) => member.kind !== 'text' || member.text !== 'undefined'));
}

function joined(kind: 'union' | 'intersection', members: readonly TypeNode[], empty: string): TypeNode {
  const flat = members.flatMap((member) => (member.kind === kind ? member.members : [member]));
  const seen = new Set<string>();
  const distinct = flat.filter((member) => {
    if (member.kind !== 'text' && member.kind !== 'name') return true;
    const written = member.kind === 'text' ? member.text : member.name;
    if (seen.has(written)) return false;
    seen.add(written);
    return true;
  });
  const [first, ...rest] = distinct;
  if (first === undefined) return text(empty);
  return rest.length === 0 ? first : { kind, members: distinct };
}
