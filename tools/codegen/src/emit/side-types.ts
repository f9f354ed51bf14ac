import type { WriterFunction } from 'ts-morph';
import type { Doc } from '../text/doc-text.js';
import { collectImports, type ImportedNames } from '../type/imported-names.js';
import { renderType } from '../type/render-type.js';
import { type TypeNode, text } from '../type/type-node.js';
import type { Side } from '../type/type-of.js';
import { exportedType } from './declarations.js';

/** A type to be declared for one side. */
export interface SideType {
  readonly side: Side;
  readonly name: string;
  readonly type: TypeNode;
  readonly doc: Doc;
}

/** Declares types, each written once: one that reads like an earlier one becomes an alias of it. */
export function sideTypes(types: readonly SideType[], imports: ImportedNames): readonly WriterFunction[] {
  const written = new Map<string, string>();
  return types.map(({ name, type, doc }) => {
    const rendered = renderType(type);
    const same = written.get(rendered);
    if (same !== undefined) return exportedType(name, text(same), doc);
    written.set(rendered, name);
    collectImports(type, imports);
    return exportedType(name, type, doc);
  });
}
