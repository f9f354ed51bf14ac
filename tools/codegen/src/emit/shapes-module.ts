import type { ImportedNames } from '../type/imported-names.js';
import { docOf } from '../type/object-type.js';
import type { ShapeIndex, ShapeTypes } from '../type/shape-index.js';
import type { Side } from '../type/type-of.js';
import { typeOf } from '../type/type-of.js';
import type { GeneratedFile } from './emitter.js';
import { runtimeModule } from './runtime-module.js';
import { type SideType, sideTypes } from './side-types.js';
import type { SourceWriter } from './source-file.js';

/** The types that channels share, as one module; none if there are none. */
export function shapesModule(shapes: ShapeIndex, writer: SourceWriter): readonly GeneratedFile[] {
  if (shapes.all.length === 0) return [];
  const imported: ImportedNames = { shapes: new Set(), runtime: new Set() };
  const types = shapes.all.flatMap((shape) => sideTypes(typesOfShape(shape, shapes), imported));
  const runtime = [...imported.runtime].map((name) => ({ name, typeOnly: true }));
  return [{ path: 'shapes.ts', content: writer.write('shapes.ts', [{ from: runtimeModule, names: runtime }], types) }];
}

/** The names that a shape's types have, without repetition. */
export function shapeTypeNames({ names }: ShapeTypes): readonly string[] {
  return [...new Set([names.data, names.publish, names.wire])];
}

function typesOfShape({ names, schema }: ShapeTypes, shapes: ShapeIndex): readonly SideType[] {
  const doc = docOf(schema);
  const at = (side: Side, sentence: string | undefined): SideType => ({
    side,
    name: names[side],
    type: typeOf(schema, side, shapes),
    doc: sentence === undefined ? doc : { description: sentence, deprecated: doc.deprecated },
  });
  return [
    at('data', undefined),
    ...(names.publish === names.data ? [] : [at('publish', `{@link ${names.data}} as publishers give it.`)]),
    ...(names.wire === names.data ? [] : [at('wire', `{@link ${names.data}} in its JSON form.`)]),
  ];
}
