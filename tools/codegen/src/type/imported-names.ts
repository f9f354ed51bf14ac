import type { TypeNode } from './type-node.js';

/** What a type needs to have imported. */
export interface ImportedNames {
  /** Types of shapes. */
  readonly shapes: Set<string>;
  /** Generic types of the runtime. */
  readonly runtime: Set<string>;
}

const fromRuntime: ReadonlySet<string> = new Set(['Branded', 'Merged', 'OpenEnum']);

/** Adds what a type needs to have imported. */
export function collectImports(type: TypeNode, into: ImportedNames): void {
  switch (type.kind) {
    case 'text':
      return;
    case 'name':
      into.shapes.add(type.name);
      return;
    case 'generic':
      if (fromRuntime.has(type.name)) into.runtime.add(type.name);
      for (const arg of type.args) collectImports(arg, into);
      return;
    case 'union':
    case 'intersection':
      for (const member of type.members) collectImports(member, into);
      return;
    case 'array':
      collectImports(type.element, into);
      return;
    case 'tuple':
      for (const item of type.items) collectImports(item.type, into);
      if (type.rest !== undefined) collectImports(type.rest, into);
      return;
    case 'object':
      for (const property of type.properties) collectImports(property.type, into);
      if (type.index !== undefined) collectImports(type.index.type, into);
      return;
    case 'mapped':
      collectImports(type.keys, into);
      collectImports(type.value, into);
  }
}
