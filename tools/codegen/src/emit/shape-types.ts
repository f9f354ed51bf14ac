import { docOf } from '../type/doc-of.js';
import type { ShapeIndex } from '../type/shape-index.js';
import { type Side, typeOf } from '../type/type-of.js';
import { TypeList } from './type-list.js';

const notes: readonly { readonly side: Side; readonly note: string | undefined }[] = [
  { side: 'data', note: undefined },
  { side: 'publish', note: 'as publishers give it.' },
  { side: 'wire', note: 'in its JSON form.' },
];

/** The types of each shape of a contract: one, and others for the sides that differ from it. */
export function shapeTypes(shapes: ShapeIndex): readonly TypeList[] {
  return shapes.all.map(({ names, schema }) => {
    const list = new TypeList();
    const declared = new Set<string>();
    for (const { side, note } of notes) {
      const name = names[side];
      if (declared.has(name)) continue;
      declared.add(name);
      const doc = docOf(schema, side, shapes);
      const description = note === undefined ? doc.description : undefined;
      list.add(name, typeOf(schema, side, shapes), () => ({ ...doc, description, note, noteOn: note && names.data }));
    }
    return list;
  });
}
