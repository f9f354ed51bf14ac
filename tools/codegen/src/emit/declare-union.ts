import type { Doc } from '../text/doc-text.js';
import { type TypeNode, text, union } from '../type/type-node.js';
import type { TypeList } from './type-list.js';
import { type UnionVariant, variantDoc } from './union-variants.js';

/** A discriminated union on one side. */
export interface DeclaredUnion {
  readonly name: string;
  readonly variants: readonly UnionVariant[];
  /** The type of each variant. */
  readonly members: readonly TypeNode[];
  readonly doc: (isSame: boolean) => Doc;
}

/**
 * Declares a discriminated union so that it can be taken in at a glance: as a list of names, and below it what each of
 * them stands for. A variant that reads like an earlier type, such as that of another side, goes by its name.
 */
export function declareUnion(list: TypeList, { name, variants, members, doc }: DeclaredUnion): void {
  const whole = union(members);
  if (list.nameOf(whole) !== undefined) {
    list.add(name, whole, doc);
    return;
  }
  const own: { readonly name: string; readonly type: TypeNode; readonly variant: UnionVariant }[] = [];
  const parts = members.map((type, index): TypeNode => {
    const variant = variants[index];
    if (variant?.suffix === undefined || type.kind === 'name') return type;
    const known = list.nameOf(type);
    if (known !== undefined) return text(known);
    own.push({ name: `${name}${variant.suffix}`, type, variant });
    return text(`${name}${variant.suffix}`);
  });
  list.add(name, union(parts), doc, whole);
  for (const { name: variantName, type, variant } of own) {
    list.add(variantName, type, () => variantDoc(variant, name, doc(false).deprecated));
  }
}
