import { compareText } from '../model/canonical-json.js';
import { pascalCase } from '../names/identifier-case.js';
import type { LoadedExport } from '../read/loaded-export.js';
import { describedOriginal, isZodNode, metadataOf, noMetadata, type ZodMetadata, type ZodNode } from './zod-node.js';

/** Knows what schemas are called: by `.meta({ id })`, or by the export of a shape file. */
export class ShapeNames {
  readonly #exported = new Map<ZodNode, string>();

  constructor(shapes: readonly LoadedExport[]) {
    // Of two names for one schema it is the same one, in whatever order the files were loaded.
    const sorted = shapes.toSorted((a, b) => compareText(a.file, b.file) || compareText(a.exportName, b.exportName));
    for (const { value, exportName } of sorted) {
      if (isZodNode(value) && !this.#exported.has(value)) this.#exported.set(value, pascalCase(exportName));
    }
  }

  /** The schema's name, and the schema that has it: the one asked for, or the one it is a described copy of. */
  find(node: ZodNode, metadata: ZodMetadata): { readonly name: string; readonly node: ZodNode } | undefined {
    for (let at: ZodNode | undefined = node; at !== undefined; at = describedOriginal(at)) {
      // What has no metadata is made of nothing that has.
      const { id } = at === node || metadata === noMetadata ? metadata : metadataOf(at);
      const name = id === undefined ? this.#exported.get(at) : pascalCase(id);
      if (name !== undefined) return { name, node: at };
    }
    return undefined;
  }
}
