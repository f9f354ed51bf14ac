import { pascalCase } from '../names/identifier-case.js';
import type { LoadedExport } from '../read/loaded-export.js';
import { describedOriginal, isZodNode, metadataOf, type ZodNode } from './zod-node.js';

/** Knows what schemas are called: by `.meta({ id })`, or by the export of a shape file. */
export class ShapeNames {
  readonly #exported = new Map<ZodNode, string>();

  constructor(shapes: readonly LoadedExport[]) {
    for (const { value, exportName } of shapes) {
      if (isZodNode(value) && !this.#exported.has(value)) this.#exported.set(value, pascalCase(exportName));
    }
  }

  /** The schema's name, and the schema that has it: the one asked for, or the one it is a described copy of. */
  find(node: ZodNode): { readonly name: string; readonly node: ZodNode } | undefined {
    for (let at: ZodNode | undefined = node; at !== undefined; at = describedOriginal(at)) {
      const { id } = metadataOf(at);
      const name = id === undefined ? this.#exported.get(at) : pascalCase(id);
      if (name !== undefined) return { name, node: at };
    }
    return undefined;
  }
}
